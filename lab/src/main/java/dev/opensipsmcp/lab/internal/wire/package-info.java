/** The transports: HTTP, UDP datagram and FIFO, down to the bytes. */
@NullMarked
package dev.opensipsmcp.lab.internal.wire;

import org.jspecify.annotations.NullMarked;
