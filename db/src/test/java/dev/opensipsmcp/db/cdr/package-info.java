/** Call detail records on every kind of database. */
@NullMarked
package dev.opensipsmcp.db.cdr;

import org.jspecify.annotations.NullMarked;
