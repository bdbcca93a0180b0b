package dev.opensipsmcp.server.toolset.chart;

import java.util.List;

/** A series as one character for each value, from the lowest to the highest bar. */
public final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /**
   * {@return the series as text; a series whose values are all the same is a line of low bars}
   *
   * @param values finite numbers, in order
   */
  public static String of(List<Double> values) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder text = new StringBuilder(values.size());
    for (double value : values) {
      double height = most > least ? (value - least) / (most - least) : 0;
      text.append(BARS.charAt((int) Math.round(height * (BARS.length() - 1))));
    }
    return text.toString();
  }
}
