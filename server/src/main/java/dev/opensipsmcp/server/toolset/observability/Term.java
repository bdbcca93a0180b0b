package dev.opensipsmcp.server.toolset.observability;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line of a panel shows, or an alert watches: statistics put together. */
sealed interface Term {

  /** The value as it is. */
  record Value(Figure figure) implements Term {}

  /** How fast a counter grows, per second. */
  record Rate(Figure figure) implements Term {}

  /** How much a counter grew within the window. */
  record Increase(Figure figure) implements Term {}

  /** One value in percent of another. */
  record Percent(Figure part, Figure whole) implements Term {}

  /** How fast some counters of a group grow, in percent of how fast others do. */
  record Share(List<Figure> parts, List<Figure> wholes) implements Term {
    public Share {
      parts = List.copyOf(parts);
      wholes = List.copyOf(wholes);
    }
  }

  /** {@return the value of a statistic, by its full name} */
  static Term value(String name) {
    return new Value(Figure.of(name));
  }

  /** {@return the growth per second of a counter, by its full name} */
  static Term rate(String name) {
    return new Rate(Figure.of(name));
  }

  /** {@return the growth of a counter within the window, by its full name} */
  static Term increase(String name) {
    return new Increase(Figure.of(name));
  }

  /** {@return one value in percent of another} */
  static Term percent(String part, String whole) {
    return new Percent(Figure.of(part), Figure.of(whole));
  }

  /** {@return the growth of some counters in percent of that of others} */
  static Term share(List<String> parts, List<String> wholes) {
    return new Share(
        parts.stream().map(Figure::of).toList(), wholes.stream().map(Figure::of).toList());
  }

  /** {@return every statistic in it} */
  default List<Figure> figures() {
    return switch (this) {
      case Value(Figure figure) -> List.of(figure);
      case Rate(Figure figure) -> List.of(figure);
      case Increase(Figure figure) -> List.of(figure);
      case Percent(Figure part, Figure whole) -> List.of(part, whole);
      case Share(List<Figure> parts, List<Figure> wholes) ->
          Stream.concat(parts.stream(), wholes.stream()).toList();
    };
  }

  /**
   * {@return it in PromQL}
   *
   * @param names how metrics are named
   * @param labels the labels to select by, ready to stand in braces
   * @param window the range of rates, as {@code 5m}
   */
  default String query(MetricNames names, String labels, String window) {
    return switch (this) {
      case Value(Figure figure) -> names.select(figure, labels);
      case Rate(Figure figure) -> grown("rate", figure, names, labels, window);
      case Increase(Figure figure) -> grown("increase", figure, names, labels, window);
      case Percent(Figure part, Figure whole) ->
          "100 * " + names.select(part, labels) + " / " + names.select(whole, labels);
      case Share(List<Figure> parts, List<Figure> wholes) ->
          "100 * "
              + sum(parts, names, labels, window)
              + " / ("
              + sum(wholes, names, labels, window)
              + " > 0)";
    };
  }

  private static String sum(List<Figure> figures, MetricNames names, String labels, String window) {
    return figures.stream()
        .map(figure -> grown("rate", figure, names, labels, window))
        .collect(Collectors.joining(" + ", "sum by (instance) (", ")"));
  }

  private static String grown(
      String function, Figure figure, MetricNames names, String labels, String window) {
    return function + "(" + names.select(figure, labels) + "[" + window + "])";
  }
}
