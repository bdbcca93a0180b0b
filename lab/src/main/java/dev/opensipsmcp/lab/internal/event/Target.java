package dev.opensipsmcp.lab.internal.event;

import java.util.Optional;
import java.util.Set;

/** Where events are sent. */
sealed interface Target {
  /**
   * A datagram for each event.
   *
   * @param host a name or an address
   * @param port 1 to 65535
   */
  record Datagram(String host, int port) implements Target {}

  /**
   * One connection for all events.
   *
   * @param host a name or an address
   * @param port 1 to 65535
   * @param method what stands for the event's name; empty when the name is sent
   */
  record Stream(String host, int port, String method) implements Target {}

  /** Something that this node takes and never sends to. */
  record Elsewhere() implements Target {}

  /** Transports that recorded nodes took beside UDP and TCP. */
  Set<String> OTHERS = Set.of("unix", "flatstore", "xmlrpc", "rabbitmq", "kafka", "virtual");

  /** {@return the meaning of a socket; empty when a node refuses it} */
  static Optional<Target> of(String socket) {
    int colon = socket.indexOf(':');
    if (colon <= 0 || colon == socket.length() - 1) {
      return Optional.empty();
    }
    String rest = socket.substring(colon + 1);
    return switch (socket.substring(0, colon)) {
      case "udp" -> address(rest).map(at -> new Datagram(at.host(), at.port()));
      case "tcp" -> stream(rest);
      default ->
          OTHERS.contains(socket.substring(0, colon))
              ? Optional.of(new Elsewhere())
              : Optional.empty();
    };
  }

  private static Optional<Target> stream(String rest) {
    int slash = rest.indexOf('/');
    String method = slash < 0 ? "" : rest.substring(slash + 1);
    return address(slash < 0 ? rest : rest.substring(0, slash))
        .map(at -> new Stream(at.host(), at.port(), method));
  }

  private static Optional<Datagram> address(String text) {
    int colon = text.indexOf(':');
    String port = text.substring(colon + 1);
    if (colon <= 0 || !port.matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(port);
    return number == 0 || number > 65_535
        ? Optional.empty()
        : Optional.of(new Datagram(text.substring(0, colon), number));
  }
}
