package dev.opensipsmcp.sip.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.message.Torture;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MessageLintTest {
  private static final String INVITE =
      """
      INVITE sip:bob@b.example SIP/2.0
      Via: SIP/2.0/TCP a.example;branch=z9hG4bK1
      Max-Forwards: 70
      From: <sip:ann@a.example>;tag=1
      To: <sip:bob@b.example>
      Call-ID: 1
      CSeq: 1 INVITE
      Contact: <sip:ann@a.example>
      Content-Length: 0

      """;

  private static SipMessage message(String text) {
    return SipParser.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rules(String text) {
    return MessageLint.of(message(text)).stream().map(Finding::rule).toList();
  }

  private static List<String> response(String line, String... headers) {
    return rules(
        line
            + "\nVia: SIP/2.0/TCP a.example;branch=z9hG4bK1\nFrom: <sip:a@a.example>;tag=1\n"
            + "To: <sip:b@b.example>;tag=2\nCall-ID: 1\nCSeq: 1 INVITE\n"
            + String.join("", headers)
            + "Content-Length: 0\n\n");
  }

  private static String with(String header) {
    return INVITE.replace("Content-Length", header + "\nContent-Length");
  }

  private static String body(String sdp) {
    return INVITE.replace("Content-Length: 0", "Content-Type: application/sdp") + sdp;
  }

  @Test
  void aSoundMessageHasNoFinding() {
    assertThat(rules(INVITE)).isEmpty();
    assertThat(response("SIP/2.0 200 OK", "Contact: <sip:b@b.example>\n")).isEmpty();
  }

  @Test
  void everyRuleCanSpeak() {
    Set<String> seen = new HashSet<>();
    Torture.all()
        .forEach(torture ->
            MessageLint.of(SipParser.parse(torture.bytes())).forEach(it -> seen.add(it.rule())));
    String sdp = "v=0\no=- 1 1 IN IP4 10.0.0.1\ns=-\nt=0 0\n";
    for (String text :
        new String[] {
          INVITE.replace("Call-ID: 1", "nonsense\nCall-ID: 1"),
          INVITE.substring(0, 60),
          INVITE.replace(";tag=1", ""),
          INVITE.replace("Max-Forwards: 70\n", ""),
          INVITE.replace("Contact: <sip:ann@a.example>\n", ""),
          INVITE.replace("Contact: <sip:ann@a", "Contact: <sip:ann@10.1.1.1;x="),
          INVITE.replace("TCP a.example", "UDP 10.1.1.1"),
          INVITE.replace("Content-Length: 0\n", "") + "x",
          INVITE
              .replace("TCP", "UDP")
              .replace("Content-Length", "X: " + "x".repeat(1400) + "\nContent-Length"),
          INVITE.replace("INVITE sip:", "INVITE sips:"),
          with(
              "Proxy-Authorization: Digest username=\"a\", realm=\"b\", uri=\"sip:c\", response=\"d\""),
          with("Authorization: Basic x"),
          with("Route: <sip:hop.example>"),
          INVITE
              .replace("INVITE", "REGISTER")
              .replace("Contact: <sip:ann@a.example>", "Contact: *"),
          INVITE
              .replace("INVITE", "CANCEL")
              .replace("Content-Length", "Require: x\nContent-Length"),
          INVITE.replace("sip:ann@a.example>;", "sip:ann:pw@a.example>;"),
          INVITE.replace("<sip:bob@b.example>", "<tel:123>"),
          with("Session-Expires: 60"),
          with("User-Agent: friendly-scanner"),
          with("Content-Type: multipart/mixed"),
          with("X: \u00e9").replace("\n", "\r\n"),
          body(sdp + "m=audio 4 RTP/SAVP 0\n"),
          body(sdp + "c=IN IP4 10.0.0.1\nm=audio 4 RTP/AVP 0 x\n")
        }) {
      seen.addAll(rules(text));
    }
    seen.addAll(
        MessageLint.of(SipParser.parse(INVITE.getBytes(StandardCharsets.UTF_8))).stream()
            .map(Finding::rule)
            .toList());
    seen.addAll(
        MessageLint.of(
                SipParser.parse(
                    with("X: \u00e9").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)))
            .stream()
            .map(Finding::rule)
            .toList());
    seen.addAll(response("SIP/2.0 401 Unauthorized"));
    seen.addAll(rules("SIP/2.0 180 Ringing\nTo: <sip:b@b.example>\n\n"));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values()).map(Rule::name).toList());
  }

  @Test
  void codesMustCarryTheirHeaders() {
    assertThat(response("SIP/2.0 405 Not Allowed")).contains("SIP41");
    assertThat(response("SIP/2.0 423 Brief", "Min-Expires: 60\n")).isEmpty();
    assertThat(response("SIP/2.0 200 OK")).contains("SIP24");
  }
}
