package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.cfg.lint.Surroundings.Live;
import dev.opensipsmcp.cfg.lint.Surroundings.NodeSocket;
import dev.opensipsmcp.cfg.lint.Surroundings.Reached;
import dev.opensipsmcp.facts.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What nodes told, for tests. */
final class Nodes {
  static final Instant STARTED = Instant.parse("2026-11-27T08:00:00Z");

  private Nodes() {}

  static Surroundings with(Live live) {
    return new Surroundings(Optional.of(live), Optional.empty(), Optional.empty());
  }

  /** {@return a 3.6 that told only what every node tells} */
  static Live plain() {
    return Live.of(Version.V3_6, Set.of("version", "which", "ps"));
  }

  static Live memory(long megabytes) {
    return node(
        Set.of(), List.of(), Optional.empty(), Optional.of(megabytes << 20), Optional.empty());
  }

  static Live apart(boolean apart) {
    return node(Set.of(), List.of(), Optional.of(apart), Optional.empty(), Optional.empty());
  }

  static Live commands(String... commands) {
    return Live.of(Version.V3_6, Set.of(commands));
  }

  static Live http(String... addresses) {
    return node(Set.of(), List.of(addresses), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Live reached(String address, boolean encrypted, boolean login) {
    return node(
        Set.of(),
        List.of("127.0.0.1:8888"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Reached(address, encrypted, login)));
  }

  private static Live node(
      Set<String> commands,
      List<String> http,
      Optional<Boolean> apart,
      Optional<Long> memory,
      Optional<Reached> reached) {
    return new Live(
        Version.V3_6,
        Release.parse("3.6.8"),
        commands,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        http,
        reached,
        apart,
        memory,
        Optional.of(STARTED));
  }

  static Live statistics(String... names) {
    Live plain = plain();
    return new Live(
        plain.version(),
        Optional.empty(),
        plain.commands(),
        Optional.of(Set.of(names)),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Live listening(boolean streams, NodeSocket... sockets) {
    return new Live(
        Version.V3_6,
        Release.parse("3.6.8"),
        Set.of(),
        Optional.empty(),
        Optional.of(List.of(sockets)),
        Optional.of(streams),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
