package dev.opensipsmcp.sip.hep;

import dev.opensipsmcp.sip.trace.Endpoint;
import java.time.Instant;
import java.util.Optional;

/**
 * A packet of HEP. An authentication key in it is read past and never kept.
 *
 * @param version 1, 2 or 3
 * @param protocol the IP protocol of what was copied: 6 TCP, 17 UDP, 132 SCTP
 * @param source where the copied packet came from
 * @param destination where it went
 * @param time when it was copied, by the sender's clock; of a version 1 packet, which has none,
 *     when it was received
 * @param type what the payload is
 * @param payload the copied bytes
 * @param agent the number of the agent that copied it, 0 to 2^32 - 1; 0 where it has none
 * @param node the name of the node that copied it
 * @param correlation what it belongs to, mostly a Call-ID
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HepPacket(
    int version,
    int protocol,
    Endpoint source,
    Endpoint destination,
    Instant time,
    PayloadType type,
    byte[] payload,
    long agent,
    Optional<String> node,
    Optional<String> correlation) {

  @Override
  public String toString() {
    return "HepPacket[v" + version + ", " + type + ", " + source + " to " + destination + "]";
  }
}
