package dev.opensipsmcp.server.config;

import dev.opensipsmcp.server.config.Settings.EventsEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how a node's events are received. */
final class EventsReader {
  static final Set<String> KEYS = Set.of("listen", "advertise", "transport", "from", "keep");

  private static final int KEPT = 10_000;
  private static final String ANY = "any";

  /** {@return what stands under a node's events, or the defaults} */
  EventsEntry read(Optional<YamlTable> table) {
    if (table.isEmpty()) {
      return new EventsEntry(Optional.empty(), 0, Optional.empty(), "udp", List.of(), KEPT);
    }
    Source source = table.get().source();
    Optional<Source.Entry> listen = source.entry("listen");
    Optional<HostPort> place = Optional.empty();
    if (listen.isPresent()) {
      place = HostPort.parse(listen.get().text());
      if (place.isEmpty()) {
        source.fault(listen.get(), "must be an address and a port, for example 127.0.0.1:0");
      }
    }
    return new EventsEntry(
        place.isPresent() ? Optional.of(place.get().host()) : Optional.empty(),
        place.isPresent() ? place.get().port() : 0,
        source.text("advertise"),
        source.word("transport", "udp", Set.of("udp", "tcp")),
        from(table.get(), source),
        source.integer("keep", KEPT, 1, 1_000_000));
  }

  private static List<String> from(YamlTable table, Source source) {
    List<String> from = new ArrayList<>();
    for (Source.Entry entry : table.entries("from")) {
      from.add(entry.text());
    }
    if (from.contains(ANY) && from.size() > 1) {
      source.fault(table.entries("from").getFirst(), "'" + ANY + "' must stand alone");
    }
    return from;
  }
}
