/** Call detail records: found, counted, checked and compared. */
@NullMarked
package dev.opensipsmcp.db.cdr;

import org.jspecify.annotations.NullMarked;
