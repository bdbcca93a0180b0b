package dev.opensipsmcp.server.config;

import java.util.Optional;

/**
 * A host and a port as settings write them.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 0 to 65535
 */
record HostPort(String host, int port) {
  private static final int MOST_PORT = 65_535;

  /** {@return what {@code host:port} means, if it means that} */
  static Optional<HostPort> parse(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    boolean good =
        colon > 0
            && port.length() <= 5
            && !port.isEmpty()
            && port.chars().allMatch(c -> c >= '0' && c <= '9')
            && Integer.parseInt(port) <= MOST_PORT;
    if (!good) {
      return Optional.empty();
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return Optional.of(
        new HostPort(
            bracketed ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port)));
  }
}
