package dev.opensipsmcp.sip.relay;

import java.nio.file.Path;
import java.util.Optional;

/** Where a relay takes commands. */
public sealed interface RelayAddress {
  /**
   * UDP.
   *
   * @param host a name or an address
   * @param port 1 to 65535
   */
  record Udp(String host, int port) implements RelayAddress {}

  /**
   * TCP.
   *
   * @param host a name or an address
   * @param port 1 to 65535
   */
  record Tcp(String host, int port) implements RelayAddress {}

  /**
   * A UNIX stream socket.
   *
   * @param path the socket
   */
  record Unix(Path path) implements RelayAddress {}

  /** {@return what {@code udp:host:port}, {@code tcp:host:port} or {@code unix:/path} means} */
  static Optional<RelayAddress> parse(String text) {
    if (text.startsWith("unix:/")) {
      return Optional.of(new Unix(Path.of(text.substring("unix:".length()))));
    }
    int colon = text.lastIndexOf(':');
    boolean udp = text.startsWith("udp:");
    if ((!udp && !text.startsWith("tcp:")) || colon < 5) {
      return Optional.empty();
    }
    String host = text.substring(4, colon).replace("[", "").replace("]", "");
    String digits = text.substring(colon + 1);
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 5
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = number ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65_535) {
      return Optional.empty();
    }
    return Optional.of(udp ? new Udp(host, port) : new Tcp(host, port));
  }
}
