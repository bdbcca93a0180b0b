/** MI over named pipes. */
@NullMarked
package dev.opensipsmcp.mi.internal.fifo;

import org.jspecify.annotations.NullMarked;
