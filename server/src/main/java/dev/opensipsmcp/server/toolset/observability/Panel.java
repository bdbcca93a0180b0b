package dev.opensipsmcp.server.toolset.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A graph on a dashboard.
 *
 * @param title its title
 * @param unit Grafana's name of the unit: {@code reqps}, {@code bytes}, {@code percent}, {@code
 *     short}, {@code s}
 * @param lines what it shows
 */
record Panel(String title, String unit, List<Line> lines) {
  Panel {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param legend what it is called
   * @param term what it shows
   */
  record Line(String legend, Term term) {}

  /** {@return a panel without lines} */
  static Panel titled(String title, String unit) {
    return new Panel(title, unit, List.of());
  }

  /** {@return this with one line more} */
  Panel line(String legend, Term term) {
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(legend, term));
    return new Panel(title, unit, more);
  }

  /** {@return this with a line for the growth per second of each of these counters} */
  Panel rates(String group, String... names) {
    Panel panel = this;
    for (String name : names) {
      panel = panel.line(name, Term.rate(group + ':' + name));
    }
    return panel;
  }

  /** {@return this with a line for each of these values} */
  Panel values(String group, String... names) {
    Panel panel = this;
    for (String name : names) {
      panel = panel.line(name, Term.value(group + ':' + name));
    }
    return panel;
  }

  /** {@return this with those lines whose statistics are all there} */
  Panel only(Predicate<Figure> there) {
    return new Panel(
        title,
        unit,
        lines.stream().filter(line -> line.term().figures().stream().allMatch(there)).toList());
  }
}
