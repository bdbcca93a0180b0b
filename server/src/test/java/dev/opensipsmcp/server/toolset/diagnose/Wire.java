package dev.opensipsmcp.server.toolset.diagnose;

import java.time.Instant;

/** A call as text: a phone behind a NAT, a proxy, and a callee, with what a test makes of them. */
final class Wire {
  static final String PHONE = "203.0.113.40:41000";
  static final String PROXY = "192.0.2.1:5060";
  static final String CALLEE = "198.51.100.9:5060";
  private static final Instant BEGIN = Instant.parse("2026-11-20T09:14:03.000Z");

  private final StringBuilder text = new StringBuilder();

  /**
   * A message.
   *
   * @param millis when, since the call began
   * @param from who sends it
   * @param to who gets it
   * @param first its first line
   * @param cseq for example {@code 1 INVITE}
   * @param more headers, and the lines of its SDP from {@code v=0} on
   */
  Wire at(int millis, String from, String to, String first, String cseq, String... more) {
    boolean opening = first.startsWith("INVITE") && cseq.equals("1 INVITE");
    text.append(BEGIN.plusMillis(millis))
        .append(" udp ")
        .append(from)
        .append(" -> ")
        .append(to)
        .append('\n')
        .append(first)
        .append("\nVia: SIP/2.0/UDP ")
        .append(first.startsWith("SIP/2.0") ? to : from)
        .append(";branch=z9hG4bK")
        .append(Integer.toHexString((from + to).hashCode() & 0xffff))
        .append(cseq.replace(" ", ""))
        .append("\nFrom: <sip:alice@example.com>;tag=f\nTo: <sip:bob@example.com>")
        .append(opening ? "" : ";tag=t")
        .append("\nCall-ID: drop@example.com\nCSeq: ")
        .append(cseq)
        .append('\n');
    boolean body = false;
    for (String line : more) {
      if (line.startsWith("v=0")) {
        body = true;
        text.append("Content-Type: application/sdp\n\n");
      }
      text.append(line).append('\n');
    }
    text.append(body ? "\n" : "\n\n");
    return this;
  }

  /** The lines of an SDP. */
  static String[] sdp(String address, String profile, String... headers) {
    String[] lines = new String[headers.length + 6];
    System.arraycopy(headers, 0, lines, 0, headers.length);
    int at = headers.length;
    lines[at++] = "v=0";
    lines[at++] = "o=- 1 1 IN IP4 " + address;
    lines[at++] = "s=-";
    lines[at++] = "c=IN IP4 " + address;
    lines[at++] = "t=0 0";
    lines[at] = "m=audio 4000 " + profile + " 8 0";
    return lines;
  }

  /** The INVITE goes through the proxy. */
  Wire invite(String phoneMedia, String onwardMedia) {
    return at(
            0,
            PHONE,
            PROXY,
            "INVITE sip:bob@example.com SIP/2.0",
            "1 INVITE",
            sdp(phoneMedia, "RTP/AVP", "Contact: <sip:alice@10.0.0.7:5060>"))
        .at(
            5,
            PROXY,
            CALLEE,
            "INVITE sip:bob@198.51.100.9 SIP/2.0",
            "1 INVITE",
            sdp(
                onwardMedia,
                "RTP/AVP",
                "Contact: <sip:alice@203.0.113.40:41000>",
                "Record-Route: <sip:192.0.2.1;lr>"));
  }

  /** The callee answers, and the proxy passes the answer on. */
  Wire answer(int millis, String contact, String media) {
    return at(
            millis,
            CALLEE,
            PROXY,
            "SIP/2.0 200 OK",
            "1 INVITE",
            sdp(
                media,
                "RTP/AVP",
                "Contact: <sip:bob@" + contact + ">",
                "Record-Route: <sip:192.0.2.1;lr>"))
        .at(
            millis + 5,
            PROXY,
            PHONE,
            "SIP/2.0 200 OK",
            "1 INVITE",
            sdp(
                media,
                "RTP/AVP",
                "Contact: <sip:bob@" + contact + ">",
                "Record-Route: <sip:192.0.2.1;lr>"));
  }

  /** The phone acknowledges, and the proxy passes the ACK on to somebody. */
  Wire ack(int millis, String to) {
    return at(millis, PHONE, PROXY, "ACK sip:bob@" + to + " SIP/2.0", "1 ACK")
        .at(millis + 4, PROXY, to, "ACK sip:bob@" + to + " SIP/2.0", "1 ACK");
  }

  /** The callee hangs up, and the proxy passes it on. */
  Wire bye(int millis) {
    return at(millis, CALLEE, PROXY, "BYE sip:alice@203.0.113.40:41000 SIP/2.0", "1 BYE")
        .at(millis + 4, PROXY, PHONE, "BYE sip:alice@203.0.113.40:41000 SIP/2.0", "1 BYE");
  }

  /** A call that goes as it should. */
  static String healthy() {
    return new Wire()
        .invite("192.0.2.50", "192.0.2.50")
        .answer(900, "198.51.100.9:5060", "192.0.2.50")
        .ack(950, CALLEE)
        .bye(95_000)
        .text();
  }

  String text() {
    return text.toString();
  }
}
