package dev.opensipsmcp.server.toolset.ladder;

import java.time.Instant;

/** A call as text, as a person pastes it. */
final class Spoken {
  private static final Instant BEGIN = Instant.parse("2026-11-20T09:14:03.250Z");

  private final String callId;
  private final String caller;
  private final String callee;
  private final StringBuilder text = new StringBuilder();

  Spoken(String callId, String caller, String callee) {
    this.callId = callId;
    this.caller = caller;
    this.callee = callee;
  }

  /** A message of the caller's first transaction, with these lines of its own. */
  Spoken at(int millis, String from, String to, String first, String cseq, String... more) {
    text.append(BEGIN.plusMillis(millis))
        .append(" udp ")
        .append(from)
        .append(" -> ")
        .append(to)
        .append('\n')
        .append(first)
        .append("\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK")
        .append(Integer.toHexString(callId.hashCode()))
        .append(cseq.replace(" ", ""))
        .append("\nFrom: <sip:")
        .append(caller)
        .append(">;tag=f\nTo: <sip:")
        .append(callee)
        .append(first.startsWith("INVITE") ? ">" : ">;tag=t")
        .append("\nCall-ID: ")
        .append(callId)
        .append("\nCSeq: ")
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

  /** The call is offered, answered and ended by its caller. */
  Spoken whole() {
    return at(
            0,
            "192.0.2.10:5060",
            "198.51.100.5:5060",
            "INVITE sip:" + callee + " SIP/2.0",
            "1 INVITE",
            "Authorization: Digest username=\"alice\", realm=\"x\", nonce=\"n\", response=\"deadbeefdeadbeef\"",
            "v=0",
            "o=- 1 1 IN IP4 192.0.2.10",
            "s=-",
            "c=IN IP4 192.0.2.10",
            "t=0 0",
            "m=audio 4000 RTP/AVP 8 0")
        .at(120, "198.51.100.5:5060", "192.0.2.10:5060", "SIP/2.0 180 Ringing", "1 INVITE")
        .at(
            900,
            "198.51.100.5:5060",
            "192.0.2.10:5060",
            "SIP/2.0 200 OK",
            "1 INVITE",
            "v=0",
            "o=- 2 1 IN IP4 198.51.100.5",
            "s=-",
            "c=IN IP4 198.51.100.5",
            "t=0 0",
            "m=audio 5000 RTP/AVP 0")
        .at(930, "192.0.2.10:5060", "198.51.100.5:5060", "ACK sip:" + callee + " SIP/2.0", "1 ACK")
        .at(
            9_000,
            "192.0.2.10:5060",
            "198.51.100.5:5060",
            "BYE sip:" + callee + " SIP/2.0",
            "2 BYE")
        .at(9_020, "198.51.100.5:5060", "192.0.2.10:5060", "SIP/2.0 200 OK", "2 BYE");
  }

  String text() {
    return text.toString();
  }
}
