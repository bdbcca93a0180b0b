package dev.opensipsmcp.server.toolset.observability;

import java.util.List;
import java.util.function.Predicate;

/**
 * A dashboard: one category of what a node does.
 *
 * @param name a word for files and identifiers
 * @param title its title
 * @param panels its graphs
 */
record Board(String name, String title, List<Panel> panels) {
  Board {
    panels = List.copyOf(panels);
  }

  /** {@return this with what is left of its panels where only these statistics are there} */
  Board only(Predicate<Figure> there) {
    return new Board(
        name,
        title,
        panels.stream()
            .map(panel -> panel.only(there))
            .filter(panel -> !panel.lines().isEmpty())
            .toList());
  }
}
