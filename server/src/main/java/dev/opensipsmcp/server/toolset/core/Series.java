package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.chart.Sparkline;
import dev.opensipsmcp.server.toolset.chart.SparklineSvg;
import dev.opensipsmcp.server.toolset.common.Decimals;
import java.util.ArrayList;
import java.util.List;

/** What one statistic was at each sample, and what that comes to. */
final class Series {
  private static final double NANOS = 1e9;

  private final String name;
  private final boolean counter;
  private final List<Double> values = new ArrayList<>();
  private final List<Long> nanos = new ArrayList<>();

  /**
   * A series without samples.
   *
   * @param name the statistic as {@code group:name}
   * @param counter whether it only counts up, until it is reset
   */
  Series(String name, boolean counter) {
    this.name = name;
    this.counter = counter;
  }

  void add(double value, long atNanos) {
    values.add(value);
    nanos.add(atNanos);
  }

  String name() {
    return name;
  }

  boolean moved() {
    return values.stream().distinct().count() > 1;
  }

  /** {@return how often it went backwards, which a counter does when it or the node starts anew} */
  private int resets() {
    int resets = 0;
    for (int i = 1; counter && i < values.size(); i++) {
      resets += values.get(i) < values.get(i - 1) ? 1 : 0;
    }
    return resets;
  }

  /** After a reset a counter has counted from 0 to what it shows. */
  private double step(int i) {
    double difference = values.get(i) - values.get(i - 1);
    return difference < 0 ? values.get(i) : difference;
  }

  /** {@return for a counter how fast it counted between the samples; else the values} */
  private List<Double> shown() {
    if (!counter || values.size() < 2) {
      return values;
    }
    List<Double> rates = new ArrayList<>();
    for (int i = 1; i < values.size(); i++) {
      rates.add(step(i) / Math.max(seconds(i - 1, i), 1e-3));
    }
    return rates;
  }

  private double seconds(int from, int to) {
    return (nanos.get(to) - nanos.get(from)) / NANOS;
  }

  private double rate() {
    double counted = 0;
    for (int i = 1; i < values.size(); i++) {
      counted += step(i);
    }
    double seconds = seconds(0, values.size() - 1);
    return seconds > 0 ? counted / seconds : 0;
  }

  /**
   * {@return the series as a row}
   *
   * @param withSvg whether a picture comes with it
   */
  JsonObject row(boolean withSvg) {
    JsonObject row = new JsonObject();
    row.addProperty("name", name);
    row.addProperty("kind", counter ? "counter" : "gauge");
    row.addProperty("samples", values.size());
    row.addProperty("first", Decimals.rounded(values.getFirst()));
    row.addProperty("last", Decimals.rounded(values.getLast()));
    row.addProperty(
        "min", Decimals.rounded(values.stream().mapToDouble(v -> v).min().orElseThrow()));
    row.addProperty(
        "max", Decimals.rounded(values.stream().mapToDouble(v -> v).max().orElseThrow()));
    row.addProperty(
        "mean", Decimals.rounded(values.stream().mapToDouble(v -> v).average().orElseThrow()));
    if (counter) {
      row.addProperty("per_second", Decimals.rounded(rate()));
      row.addProperty("resets", resets());
    }
    row.addProperty("sparkline", Sparkline.of(shown()));
    if (withSvg) {
      row.addProperty("svg", SparklineSvg.of(counter ? name + " per second" : name, shown()));
    }
    return row;
  }
}
