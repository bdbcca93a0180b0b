/** Call detail records in SQL. */
@NullMarked
package dev.opensipsmcp.db.internal.cdr;

import org.jspecify.annotations.NullMarked;
