/** Tests of rows. */
@NullMarked
package dev.opensipsmcp.db.row;

import org.jspecify.annotations.NullMarked;
