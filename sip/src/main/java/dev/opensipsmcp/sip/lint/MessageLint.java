package dev.opensipsmcp.sip.lint;

import dev.opensipsmcp.sip.message.Bodies;
import dev.opensipsmcp.sip.message.Defect;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.sdp.SdpParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Holds a message against all rules. */
public final class MessageLint {
  private MessageLint() {}

  /** {@return what is wrong or doubtful, the gravest first} */
  public static List<Finding> of(SipMessage message) {
    List<Finding> findings = new ArrayList<>();
    for (Defect defect : message.defects()) {
      findings.add(rule(defect.kind()).at(defect.where(), defect.text()));
    }
    new HeaderRules(message, findings).check();
    new AddressRules(message, findings).check();
    if (message.start() instanceof StartLine.Status status) {
      new ResponseRules(message, status.code(), findings).check();
    }
    Bodies.sdp(message).ifPresent(text -> SessionRules.check(SdpParser.parse(text), findings));
    findings.sort(Comparator.comparing(Finding::severity));
    return findings;
  }

  private static Rule rule(Defect.Kind kind) {
    return switch (kind) {
      case BAD_START_LINE -> Rule.SIP01;
      case BAD_VERSION -> Rule.SIP02;
      case BAD_URI -> Rule.SIP03;
      case BAD_HEADER_LINE -> Rule.SIP04;
      case BAD_VALUE -> Rule.SIP05;
      case MISSING_HEADER -> Rule.SIP06;
      case REPEATED_HEADER -> Rule.SIP07;
      case METHOD_MISMATCH -> Rule.SIP08;
      case TRUNCATED -> Rule.SIP09;
      case TRAILING_BYTES -> Rule.SIP10;
      case NO_END_OF_HEADERS -> Rule.SIP11;
      case BAD_LINE_END -> Rule.SIP12;
      case BAD_BODY -> Rule.SIP13;
      case NOT_UTF8 -> Rule.SIP14;
    };
  }
}
