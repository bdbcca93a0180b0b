package dev.opensipsmcp.sip.lint;

import dev.opensipsmcp.sip.message.DigestFacts;
import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.message.Via;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rules for headers other than addresses. */
final class HeaderRules {
  private static final String COOKIE = "z9hG4bK";
  private static final int MOST_OVER_UDP = 1_300;
  private static final int SHORTEST_SESSION = 90;
  private static final List<String> SCANNERS =
      List.of(
          "friendly-scanner",
          "sipvicious",
          "sipcli",
          "sip-scan",
          "sundayddr",
          "pplsip",
          "vaxsipuseragent",
          "iwar",
          "sipsak");

  private final SipMessage message;
  private final List<Finding> findings;

  HeaderRules(SipMessage message, List<Finding> findings) {
    this.message = message;
    this.findings = findings;
  }

  void check() {
    if (message.from().isPresent() && message.from().flatMap(NameAddr::tag).isEmpty()) {
      add(Rule.SIP20, "From", "From has no tag, so that the dialog can't be told.");
    }
    branch();
    body();
    digest();
    session();
    scanner();
    if (message.start() instanceof StartLine.Request request) {
      request(request);
    }
  }

  private void branch() {
    List<Via> vias = message.vias();
    String branch = vias.isEmpty() ? COOKIE + '1' : vias.getFirst().branch().orElse("");
    if (branch.equals(COOKIE)) {
      add(
          Rule.SIP21,
          "Via",
          "The topmost branch is nothing but the cookie: it identifies no transaction.");
    } else if (!branch.startsWith(COOKIE)) {
      add(
          Rule.SIP21,
          "Via",
          "The topmost branch lacks the cookie of RFC 3261: the sender follows an older standard.");
    }
    for (Via via : vias) {
      if (via.host().equals("255.255.255.255")) {
        add(Rule.SIP29, "Via", "A hop has the broadcast address.");
      }
    }
  }

  private void body() {
    int length = message.bytes().length - message.bodyAt();
    if (length > 0 && message.header("Content-Type").isEmpty()) {
      add(Rule.SIP27, "Content-Type", "There is a body, and no Content-Type.");
    }
    if (length > 0 && message.header("Content-Length").isEmpty()) {
      add(Rule.SIP28, "Content-Length", "There is a body, and no Content-Length.");
    }
    String transport = message.vias().isEmpty() ? "" : message.vias().getFirst().transport();
    if (transport.equals("UDP") && message.bytes().length > MOST_OVER_UDP) {
      add(
          Rule.SIP31,
          "start line",
          "It has " + message.bytes().length + " bytes, more than fit into one packet.");
    }
  }

  private void digest() {
    for (DigestFacts facts : DigestFacts.of(message)) {
      if (facts.scheme().equalsIgnoreCase("Basic")) {
        add(Rule.SIP35, facts.header(), "Basic sends the password as good as in plain text.");
      } else if (facts.scheme().equalsIgnoreCase("Digest")) {
        if (facts.qop().isEmpty()) {
          add(Rule.SIP35, facts.header(), "There is no qop, so that answers can be replayed.");
        }
        if (!facts.fits(message)) {
          add(
              Rule.SIP35,
              facts.header(),
              "The answer is for another URI than the request has; strict servers refuse it.");
        }
      }
    }
  }

  private void session() {
    long seconds = first("Session-Expires");
    long least = Math.max(first("Min-SE"), SHORTEST_SESSION);
    if (seconds >= 0 && seconds < least) {
      add(Rule.SIP46, "Session-Expires", "The session's timer is below " + least + " s.");
    }
  }

  private long first(String name) {
    Optional<String> value = message.header(name);
    int end = value.map(text -> text.indexOf(';')).orElse(-1);
    return value
        .map(text -> HeaderValues.number((end < 0 ? text : text.substring(0, end)).strip()))
        .orElse(-1L);
  }

  private void scanner() {
    String agent = message.header("User-Agent").orElse("").toLowerCase(Locale.ROOT);
    for (String scanner : SCANNERS) {
      if (agent.contains(scanner)) {
        add(
            Rule.SIP50,
            "User-Agent",
            "The sender names itself " + scanner + ", a scanning program.");
      }
    }
  }

  private void request(StartLine.Request request) {
    Optional<String> hops = message.header("Max-Forwards");
    if (hops.isEmpty()) {
      add(Rule.SIP22, "Max-Forwards", "There is no Max-Forwards.");
    } else if (HeaderValues.number(hops.get()) == 0) {
      add(Rule.SIP23, "Max-Forwards", "Max-Forwards is used up.");
    }
    boolean begins =
        switch (request.method()) {
          case "INVITE", "SUBSCRIBE", "REFER" -> true;
          default -> false;
        };
    if (begins && message.header("Contact").isEmpty()) {
      add(Rule.SIP24, "Contact", request.method() + " has no Contact.");
    }
    if (request.method().equals("CANCEL")
        && (message.header("Require").isPresent() || message.header("Proxy-Require").isPresent())) {
      add(Rule.SIP39, "Require", "A CANCEL demands extensions.");
    }
    boolean all = message.headers("Contact").contains("*");
    if (all && !message.header("Expires").orElse("").equals("0")) {
      add(Rule.SIP38, "Contact", "Contact is * and Expires is not 0.");
    }
  }

  private void add(Rule rule, String where, String text) {
    findings.add(rule.at(where, text));
  }
}
