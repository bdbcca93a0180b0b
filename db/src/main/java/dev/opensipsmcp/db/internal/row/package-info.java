/** Reads and changes rows. */
@NullMarked
package dev.opensipsmcp.db.internal.row;

import org.jspecify.annotations.NullMarked;
