package dev.opensipsmcp.sip.lint;

import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SipMessage;
import java.util.List;

/** Rules for responses: what each code must carry. */
final class ResponseRules {
  private final SipMessage message;
  private final int code;
  private final List<Finding> findings;

  ResponseRules(SipMessage message, int code, List<Finding> findings) {
    this.message = message;
    this.code = code;
    this.findings = findings;
  }

  void check() {
    if (code > 100 && message.to().isPresent() && message.to().flatMap(NameAddr::tag).isEmpty()) {
      findings.add(Rule.SIP30.at("To", "To has no tag in a response other than 100."));
    }
    for (String name : needed()) {
      if (message.header(name).isEmpty()) {
        findings.add(Rule.SIP41.at(name, "A " + code + " has no " + name + "."));
      }
    }
    if (code / 100 == 2
        && message.method().equals("INVITE")
        && message.header("Contact").isEmpty()) {
      findings.add(Rule.SIP24.at("Contact", "A " + code + " to INVITE has no Contact."));
    }
  }

  private List<String> needed() {
    return switch (code) {
      case 401 -> List.of("WWW-Authenticate");
      case 407 -> List.of("Proxy-Authenticate");
      case 405 -> List.of("Allow");
      case 420 -> List.of("Unsupported");
      case 421 -> List.of("Require");
      case 422 -> List.of("Min-SE");
      case 423 -> List.of("Min-Expires");
      case 489 -> List.of("Allow-Events");
      case 494 -> List.of("Security-Server");
      case 300, 301, 302, 305 -> List.of("Contact");
      default -> List.of();
    };
  }
}
