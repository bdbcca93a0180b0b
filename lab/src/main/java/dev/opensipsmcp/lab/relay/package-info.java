/** A stand-in for rtpproxy's control port. */
@NullMarked
package dev.opensipsmcp.lab.relay;

import org.jspecify.annotations.NullMarked;
