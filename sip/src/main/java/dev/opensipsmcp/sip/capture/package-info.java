/** Capture files: reading messages out of pcap and pcapng, and writing messages as pcap. */
@NullMarked
package dev.opensipsmcp.sip.capture;

import org.jspecify.annotations.NullMarked;
