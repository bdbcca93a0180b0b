/** Rows of OpenSIPS's tables: read by typed conditions, changed in one transaction. */
@NullMarked
package dev.opensipsmcp.db.row;

import org.jspecify.annotations.NullMarked;
