package dev.opensipsmcp.server.toolset.probe;

import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.ProbeTransport;
import java.util.Optional;

/** URIs as probes write them. */
final class Uris {
  /** A URI without what would end it within a header. */
  static final String PLAIN = "^[^\\s<>\"]{1,300}$";

  /** A SIP URI without a password. */
  static final String SIP = "(?i)sips?:(?:[^\\s<>\":@]{1,128}@)?[^\\s<>\"@/]{1,253}";

  private Uris() {}

  /** {@return the URI of a target, or of a user there} */
  static String of(ProbeTarget target, Optional<String> user) {
    return "sip:"
        + user.map(it -> it + '@').orElse("")
        + host(target)
        + ':'
        + target.port()
        + transport(target.transport());
  }

  /** {@return the URI of a target's domain, of which the DNS named the target} */
  static String ofDomain(ProbeTarget target) {
    return "sip:" + host(target) + transport(target.transport());
  }

  /** {@return a target's host as URIs write it} */
  static String host(ProbeTarget target) {
    return target.name().indexOf(':') < 0 ? target.name() : '[' + target.name() + ']';
  }

  /** {@return the URI of this end} */
  static String contact(String user, String local, ProbeTransport transport) {
    return "sip:" + user + '@' + local + transport(transport);
  }

  /** WSS has no word of its own in a URI (RFC 7118 section 5.2). */
  private static String transport(ProbeTransport transport) {
    return switch (transport) {
      case UDP -> "";
      case TCP, TLS, WS -> ";transport=" + transport.word();
      case WSS -> ";transport=ws";
    };
  }
}
