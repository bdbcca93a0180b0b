package dev.opensipsmcp.server.toolset.load;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.LoadTransport;
import dev.opensipsmcp.sip.load.ScenarioOrder;
import java.util.Optional;

/**
 * A target as callers write it, close to a SIP URI: {@code user@host:port;transport=tcp}.
 *
 * @param user who is called, or registers
 * @param host host and port, as far as given
 * @param transport how it is reached
 * @param domain the domain in addresses, where it is not the host
 */
record LoadPlace(
    Optional<String> user, String host, LoadTransport transport, Optional<String> domain) {
  private static final String DOMAIN = "domain=";

  /** {@return the place that a text names, if it names one} */
  static Optional<LoadPlace> parse(String text) {
    String[] parts = text.split(";", -1);
    int at = parts[0].indexOf('@');
    Optional<String> user = at < 0 ? Optional.empty() : Optional.of(parts[0].substring(0, at));
    String host = parts[0].substring(at + 1);
    LoadTransport transport = LoadTransport.UDP;
    Optional<String> domain = Optional.empty();
    for (int part = 1; part < parts.length; part++) {
      if (parts[part].startsWith(DOMAIN)) {
        domain = Optional.of(parts[part].substring(DOMAIN.length()));
      } else if (parts[part].equals("transport=tcp")) {
        transport = LoadTransport.TCP;
      } else if (!parts[part].equals("transport=udp")) {
        return Optional.empty();
      }
    }
    boolean fits =
        host.matches("[A-Za-z0-9_.:\\[\\]-]{1,300}")
            && !host.startsWith("-")
            && user.filter(it -> !ScenarioOrder.USER.matcher(it).matches()).isEmpty()
            && domain.filter(it -> !ScenarioOrder.DOMAIN.matcher(it).matches()).isEmpty();
    return fits ? Optional.of(new LoadPlace(user, host, transport, domain)) : Optional.empty();
  }

  /** {@return the place that a call names, if it names one} */
  static Optional<LoadPlace> of(Arguments arguments) {
    return parse(arguments.text("target"));
  }

  static Outcome.Failure none() {
    return ToolError.ARGUMENTS_WRONG.failure(
        "target is no host:port.",
        "Write for example 10.0.0.5:5060, or alice@10.0.0.5:5060;transport=tcp;domain=example.org.");
  }
}
