/**
 * How capture files are read: bytes, frames, packets, streams, calls; without objects per packet.
 */
@NullMarked
package dev.opensipsmcp.sip.internal.capture;

import org.jspecify.annotations.NullMarked;
