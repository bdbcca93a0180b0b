package dev.opensipsmcp.sip.internal.sdp;

import dev.opensipsmcp.sip.lint.Finding;
import dev.opensipsmcp.sip.lint.Finding.Severity;
import dev.opensipsmcp.sip.sdp.AgreedMedia.Keys;
import dev.opensipsmcp.sip.sdp.Codec;
import dev.opensipsmcp.sip.sdp.Encryption;
import dev.opensipsmcp.sip.sdp.Media;
import java.util.HashSet;
import java.util.List;

/** Rules for a media line that both sides want. */
final class MediaRules {
  private final String where;
  private final Media offered;
  private final Media answered;
  private final List<Finding> findings;

  MediaRules(String where, Media offered, Media answered, List<Finding> findings) {
    this.where = where;
    this.offered = offered;
    this.answered = answered;
    this.findings = findings;
  }

  /** {@return how both encrypt} */
  static Keys keys(Media offered, Media answered) {
    boolean dtls = dtls(offered) && dtls(answered);
    boolean sdes =
        !offered.encryption().suites().isEmpty() && !answered.encryption().suites().isEmpty();
    if (offered.secure() != answered.secure() || (answered.secure() && !dtls && !sdes)) {
      return Keys.MISMATCH;
    }
    return dtls ? Keys.DTLS : sdes ? Keys.SDES : Keys.NONE;
  }

  private static boolean dtls(Media media) {
    return media.encryption().fingerprint().isPresent();
  }

  void check() {
    if (!offered.protocol().equals(answered.protocol())) {
      add(
          "SDP09",
          Severity.ERROR,
          "The offer's profile is "
              + Shown.word(offered.protocol())
              + ", the answer's "
              + Shown.word(answered.protocol())
              + ".",
          "Answer with the profile of the offer, or have a media relay translate between them.",
          "RFC 3264 6");
    }
    direction();
    encryption();
    events();
    if (answered.rtcpMux() && !offered.rtcpMux()) {
      add(
          "SDP14",
          Severity.ERROR,
          "The answer has rtcp-mux, the offer has not.",
          "Leave rtcp-mux out of the answer unless it was offered.",
          "RFC 5761 5.1.1");
    }
    if (offered.ice() && !answered.ice()) {
      add(
          "SDP15",
          Severity.NOTE,
          "The offer does ICE, the answer does not: media goes to the plain addresses.",
          "Nothing, unless a side is behind NAT or demands ICE, as browsers do.",
          "RFC 8839 4.2.2");
    }
    if (family(offered) != family(answered)) {
      add(
          "SDP16",
          Severity.WARNING,
          "One side wants IPv4, the other IPv6.",
          "Bridge both with a media relay.",
          "RFC 6157");
    }
  }

  private static boolean family(Media media) {
    return media.address().indexOf(':') >= 0;
  }

  private void direction() {
    boolean wrong =
        (answered.direction().sends() && !offered.direction().receives())
            || (answered.direction().receives() && !offered.direction().sends());
    if (wrong) {
      add(
          "SDP10",
          Severity.ERROR,
          "The offer is "
              + offered.direction().word()
              + ", to which "
              + answered.direction().word()
              + " is no answer.",
          "Answer sendonly with recvonly or inactive, and the other way round.",
          "RFC 3264 6.1");
    }
    if (answered.heldByAddress() || offered.heldByAddress()) {
      add(
          "SDP11",
          Severity.NOTE,
          "The address 0.0.0.0 holds the call in the old way.",
          "Hold with a=sendonly or a=inactive where the phone can be set so.",
          "RFC 3264 8.4");
    }
  }

  private void encryption() {
    if (keys(offered, answered) == Keys.MISMATCH) {
      add(
          "SDP12",
          Severity.ERROR,
          "The sides do not agree on how to encrypt: no common way to exchange keys.",
          "Have both do SDES, or both DTLS, or have a media relay translate.",
          "RFC 5764, RFC 4568");
      return;
    }
    String one = offered.encryption().setup();
    String other = answered.encryption().setup();
    if (dtls(answered) && (other.equals("actpass") || (!other.isEmpty() && one.equals(other)))) {
      add(
          "SDP12",
          Severity.ERROR,
          "The roles in DTLS do not fit: nobody, or both, would begin the handshake.",
          "Answer actpass with active or passive.",
          "RFC 5763 5");
    }
    if (!suitesFit(offered.encryption(), answered.encryption())) {
      add(
          "SDP12",
          Severity.ERROR,
          "The answer takes a suite, or a tag, of SDES that the offer does not have.",
          "Answer with one suite of the offer, under its tag.",
          "RFC 4568 5.1.3");
    }
  }

  private static boolean suitesFit(Encryption offered, Encryption answered) {
    return offered.suites().isEmpty()
        || new HashSet<>(offered.suites()).containsAll(answered.suites());
  }

  private void events() {
    boolean one = events(offered);
    if (one != events(answered) && offered.type().equals("audio")) {
      add(
          "SDP13",
          Severity.WARNING,
          "Only the "
              + (one ? "offer" : "answer")
              + " has telephone-event: keys will be tones in the audio, or be lost.",
          "Have both sides do RFC 4733, or send DTMF with INFO.",
          "RFC 4733 2.5");
    }
  }

  private static boolean events(Media media) {
    return media.codecs().stream()
        .map(Codec::name)
        .anyMatch(name -> name.equalsIgnoreCase("telephone-event"));
  }

  private void add(String rule, Severity severity, String text, String fix, String reference) {
    findings.add(new Finding(rule, severity, where, text, fix, reference));
  }
}
