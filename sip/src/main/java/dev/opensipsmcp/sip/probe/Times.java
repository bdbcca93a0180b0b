package dev.opensipsmcp.sip.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Round-trip times of several probes, in milliseconds.
 *
 * @param least the shortest
 * @param median half of them took no longer
 * @param p95 95 % of them took no longer
 * @param most the longest
 * @param mean on average
 * @param jitter the mean difference between one and the next
 */
public record Times(
    double least, double median, double p95, double most, double mean, double jitter) {

  /** {@return the figures, where there is any time at all} */
  public static Optional<Times> of(List<Double> milliseconds) {
    if (milliseconds.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double steps = 0;
    for (int at = 1; at < milliseconds.size(); at++) {
      steps += Math.abs(milliseconds.get(at) - milliseconds.get(at - 1));
    }
    return Optional.of(
        new Times(
            sorted[0],
            rank(sorted, 50),
            rank(sorted, 95),
            sorted[sorted.length - 1],
            Arrays.stream(sorted).average().orElse(0),
            steps / Math.max(1, sorted.length - 1)));
  }

  /** The nearest rank: a time that was really measured. */
  private static double rank(double[] sorted, int percent) {
    return sorted[Math.max(0, (percent * sorted.length + 99) / 100 - 1)];
  }
}
