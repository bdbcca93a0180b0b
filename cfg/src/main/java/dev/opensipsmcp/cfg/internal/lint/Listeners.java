package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.lint.Surroundings.Live;
import dev.opensipsmcp.cfg.lint.Surroundings.NodeSocket;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the listeners of the text against the sockets of the node. A node tells the sockets of
 * datagrams one by one, and of TCP and what runs over it only whether there is any. A name, an
 * interface or {@code *} in the text may be any address.
 */
final class Listeners {
  private static final Set<String> DATAGRAMS = Set.of("udp", "sctp", "hep_udp");
  private static final Map<String, Integer> PORTS = Map.of("udp", 5060, "sctp", 5060);

  private final Live live;
  private final List<SocketDefinition> named;

  Listeners(Subject subject) {
    live = subject.surroundings().live().orElseThrow();
    named = subject.listeners();
  }

  static Optional<String> obstacle(Subject subject) {
    return NodeRules.told(subject, live -> live.sockets().isPresent(), "where it listens")
        .or(subject::incomplete)
        .or(() ->
            subject.listeners().isEmpty()
                ? Optional.of("The text has no listener: the command line may name them.")
                : Optional.empty());
  }

  void unnamed(Out out) {
    for (NodeSocket socket : Set.copyOf(live.sockets().orElseThrow())) {
      if (named.stream().noneMatch(listener -> may(listener, socket))) {
        out.at(
            named.getFirst().span(),
            "The node listens on " + shown(socket) + ", which the text does not name.");
      }
    }
  }

  void missing(Out out) {
    boolean noStreams = live.streams().filter(streams -> !streams).isPresent();
    for (SocketDefinition listener : named) {
      if (DATAGRAMS.contains(protocol(listener))) {
        if (live.sockets().orElseThrow().stream().noneMatch(it -> may(listener, it))) {
          out.at(listener.span(), "The node does not listen on " + shown(listener) + ".");
        }
      } else if (noStreams) {
        out.at(listener.span(), "The node serves no TCP, and so not " + shown(listener) + ".");
      }
    }
  }

  private static String protocol(SocketDefinition listener) {
    return listener.protocol().map(Word::text).orElse("udp").toLowerCase(Locale.ROOT);
  }

  private static boolean may(SocketDefinition listener, NodeSocket socket) {
    return protocol(listener).equals(socket.protocol())
        && mayHost(listener.host().text(), socket.host())
        && mayPort(listener, socket.port());
  }

  private static boolean mayPort(SocketDefinition listener, int port) {
    Optional<Long> first = listener.port().map(number -> number.value());
    if (first.isEmpty()) {
      return PORTS.getOrDefault(protocol(listener), port) == port;
    }
    long last = listener.lastPort().map(number -> number.value()).orElse(first.get());
    return port >= first.get() && port <= last;
  }

  private static boolean mayHost(String written, String address) {
    String host = Texts.host(written);
    return Texts.everywhere(host)
        || Addresses.plain(host).isEmpty()
        || Addresses.plain(host).equals(Addresses.plain(Texts.host(address)));
  }

  private static String shown(NodeSocket socket) {
    String host = socket.host().indexOf(':') < 0 ? socket.host() : "[" + socket.host() + "]";
    return socket.protocol() + ":" + host + ":" + socket.port();
  }

  private static String shown(SocketDefinition listener) {
    return protocol(listener)
        + ":"
        + listener.host().text()
        + listener.port().map(number -> ":" + number.value()).orElse("");
  }
}
