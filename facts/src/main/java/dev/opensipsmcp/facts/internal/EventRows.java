package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Event;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code events.tsv}: name, module, names of the parameters. */
final class EventRows {
  private EventRows() {}

  static List<Event> read(String text) {
    List<Event> events = new ArrayList<>();
    Rows rows = new Rows(text);
    while (rows.next()) {
      events.add(new Event(rows.field(), rows.field(), rows.words()));
    }
    return events;
  }
}
