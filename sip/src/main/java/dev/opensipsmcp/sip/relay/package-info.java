/** Media relays asked directly: RTPEngine over its ng protocol, and rtpproxy. */
@NullMarked
package dev.opensipsmcp.sip.relay;

import org.jspecify.annotations.NullMarked;
