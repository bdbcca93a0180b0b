package dev.opensipsmcp.sip.lint;

import dev.opensipsmcp.sip.lint.Finding.Severity;
import java.util.Locale;

/** The rules that a message is held against. */
public enum Rule {
  SIP01(
      Severity.ERROR,
      "RFC 3261 7.1",
      "Write the first line as method, URI and version, or version, code and reason, one blank between."),
  SIP02(Severity.ERROR, "RFC 3261 7.1", "Send SIP/2.0; anything else is answered with 505."),
  SIP03(
      Severity.ERROR,
      "RFC 3261 8.1.1.1",
      "Escape what the grammar does not allow, and leave out headers and brackets."),
  SIP04(Severity.ERROR, "RFC 3261 7.3.1", "Write each header as name, colon and value."),
  SIP05(Severity.ERROR, "RFC 3261 25.1", "Write the value as its grammar has it."),
  SIP06(
      Severity.ERROR,
      "RFC 3261 8.1.1",
      "Add the header; without it the message is answered with 400 or dropped."),
  SIP07(Severity.ERROR, "RFC 3261 7.3.1", "Send this header once."),
  SIP08(Severity.ERROR, "RFC 3261 8.1.1.5", "Give CSeq the method of the request."),
  SIP09(
      Severity.ERROR,
      "RFC 3261 18.3",
      "Find what cut the message: a capture's snap length, fragments lost, or a wrong Content-Length."),
  SIP10(
      Severity.WARNING, "RFC 3261 18.3", "Set Content-Length to the length of the body in bytes."),
  SIP11(Severity.ERROR, "RFC 3261 7", "End the headers with an empty line."),
  SIP12(Severity.WARNING, "RFC 3261 7", "End each line with carriage return and line feed."),
  SIP13(
      Severity.ERROR,
      "RFC 2046 5.1",
      "Write the boundary that Content-Type names before each part and, with two dashes, behind the last."),
  SIP14(Severity.ERROR, "RFC 3261 7", "Send header text in UTF-8."),
  SIP20(Severity.WARNING, "RFC 3261 8.1.1.3", "Have the sender give From a tag."),
  SIP21(
      Severity.WARNING,
      "RFC 3261 8.1.1.7",
      "Begin the branch with z9hG4bK and go on with what is unique."),
  SIP22(
      Severity.WARNING, "RFC 3261 8.1.1.6", "Add Max-Forwards: 70; without it a loop has no end."),
  SIP23(Severity.NOTE, "RFC 3261 16.3", "Look for a loop: the next proxy answers 483."),
  SIP24(
      Severity.ERROR,
      "RFC 3261 8.1.1.8",
      "Add Contact: without it the dialog's further requests have no target."),
  SIP25(
      Severity.WARNING,
      "RFC 5626",
      "Where sender and receiver are in different networks, rewrite Contact to the address that the message came from."),
  SIP26(
      Severity.WARNING,
      "RFC 3581",
      "Have the sender add rport, or force it, so that the response goes back where the request came from."),
  SIP27(Severity.ERROR, "RFC 3261 20.15", "Add Content-Type."),
  SIP28(
      Severity.WARNING,
      "RFC 3261 20.14",
      "Add Content-Length: over TCP and TLS the message can't be told from the next without it."),
  SIP29(
      Severity.WARNING,
      "RFC 4475 3.3.10",
      "Don't send responses to it; look who put that address there."),
  SIP30(Severity.WARNING, "RFC 3261 8.2.6.2", "Have whoever answered give To a tag."),
  SIP31(
      Severity.NOTE,
      "RFC 3261 18.1.1",
      "Send it over TCP, or leave out headers and codecs: over UDP it is cut into fragments that firewalls drop."),
  SIP34(Severity.WARNING, "RFC 5630 5.1", "Give Contact a sips URI where the Request-URI is one."),
  SIP35(
      Severity.WARNING,
      "RFC 8760 2",
      "Use Digest with qop=auth, with SHA-256 where both sides can."),
  SIP36(Severity.WARNING, "RFC 3261 19.1.1", "Add lr to the URIs in Route and Record-Route."),
  SIP37(Severity.WARNING, "RFC 3261 10.2", "Leave the user out of the Request-URI of REGISTER."),
  SIP38(Severity.ERROR, "RFC 3261 10.2.2", "Send Contact: * with Expires: 0 only."),
  SIP39(Severity.ERROR, "RFC 3261 20.32", "Leave Require and Proxy-Require out of CANCEL."),
  SIP41(
      Severity.ERROR,
      "RFC 3261 21",
      "Add the header that this code must carry; without it the other side can't go on."),
  SIP44(
      Severity.WARNING,
      "RFC 3261 19.1.1",
      "Take the password out of the URI; everybody on the way reads it."),
  SIP45(
      Severity.NOTE,
      "RFC 3966 5.1.5",
      "Write the number with + and country code, or add phone-context."),
  SIP46(
      Severity.WARNING, "RFC 4028 4", "Set Session-Expires to 90 s or more, and not below Min-SE."),
  SIP50(
      Severity.WARNING,
      "RFC 3261 20.41",
      "Drop requests of this program early, and ban their source."),
  SDP20(Severity.ERROR, "RFC 8866 9", "Write the description as its grammar has it."),
  SDP21(
      Severity.ERROR,
      "RFC 3711, RFC 5764",
      "Add a=crypto or a=fingerprint to the media line of an encrypted profile."),
  SDP22(
      Severity.WARNING,
      "RFC 3264 5.1",
      "Where the other side is in another network, rewrite the address with a media relay."),
  SDP23(Severity.WARNING, "RFC 3264 5.1", "Say in c= where the media is to be sent.");

  private final Severity severity;
  private final String reference;
  private final String fix;

  Rule(Severity severity, String reference, String fix) {
    this.severity = severity;
    this.reference = reference;
    this.fix = fix;
  }

  /** {@return how much it matters} */
  public Severity severity() {
    return severity;
  }

  /** {@return where it stands} */
  public String reference() {
    return reference;
  }

  /** {@return what to do} */
  public String fix() {
    return fix;
  }

  /** {@return a finding of it} */
  Finding at(String where, String text) {
    return new Finding(name(), severity, where, text, fix, reference);
  }

  /** {@return its severity as a word} */
  public String word() {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
