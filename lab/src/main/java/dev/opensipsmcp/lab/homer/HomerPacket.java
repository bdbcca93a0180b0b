package dev.opensipsmcp.lab.homer;

import dev.opensipsmcp.lab.internal.homer.SipText;
import java.time.Instant;

/**
 * A packet as a Homer server keeps it.
 *
 * @param time when its agent saw it
 * @param hepType what it is: 1 SIP, 5 RTCP, 35 RTCP-XR, 100 log
 * @param protocol the IP protocol, 6 or 17
 * @param source where it came from, {@code address:port}
 * @param destination where it went, {@code address:port}
 * @param captureId the agent's id
 * @param node the database node that keeps it
 * @param sid the session that it belongs to: a SIP message's Call-ID
 * @param correlationId the session that its agent says it belongs to; may be empty
 * @param raw the payload
 */
public record HomerPacket(
    Instant time,
    int hepType,
    int protocol,
    String source,
    String destination,
    String captureId,
    String node,
    String sid,
    String correlationId,
    String raw) {

  /** {@return a SIP message over UDP, seen by agent 2001, kept on the node {@code localnode}} */
  public static HomerPacket sip(Instant time, String source, String destination, String raw) {
    return new HomerPacket(
        time,
        1,
        17,
        source,
        destination,
        "2001",
        "localnode",
        SipText.header(raw, "Call-ID"),
        "",
        raw);
  }

  /** {@return what an agent reported of a call: RTCP (type 5), RTCP-XR (35) or a log line (100)} */
  public static HomerPacket report(
      Instant time, int type, String source, String destination, String callId, String raw) {
    return new HomerPacket(
        time, type, 17, source, destination, "2001", "localnode", callId, callId, raw);
  }

  /** {@return the same, seen by another agent a little later} */
  public HomerPacket seenBy(String agent, Instant when) {
    return new HomerPacket(
        when, hepType, protocol, source, destination, agent, node, sid, correlationId, raw);
  }

  /** {@return the same, carried by another IP protocol} */
  public HomerPacket over(int other) {
    return new HomerPacket(
        time, hepType, other, source, destination, captureId, node, sid, correlationId, raw);
  }

  /** {@return the same, kept on another node} */
  public HomerPacket on(String other) {
    return new HomerPacket(
        time, hepType, protocol, source, destination, captureId, other, sid, correlationId, raw);
  }

  /** {@return the same, with the session that its agent says it belongs to} */
  public HomerPacket correlated(String id) {
    return new HomerPacket(
        time, hepType, protocol, source, destination, captureId, node, sid, id, raw);
  }
}
