package dev.opensipsmcp.server.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, counted in buckets. Safe for many threads. */
final class Histogram {
  /** The upper bounds in seconds that OpenTelemetry advises for MCP. */
  private static final double[] BOUNDS = {
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300
  };

  private final AtomicLongArray buckets = new AtomicLongArray(BOUNDS.length + 1);
  private final LongAdder nanos = new LongAdder();

  void record(long taken) {
    double seconds = (double) taken / TimeUnit.SECONDS.toNanos(1);
    int bucket = 0;
    while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
      bucket++;
    }
    buckets.incrementAndGet(bucket);
    nanos.add(taken);
  }

  /** Writes it in Prometheus's text format; {@code labels} without braces. */
  void write(StringBuilder text, String name, String labels) {
    long count = 0;
    for (int i = 0; i <= BOUNDS.length; i++) {
      count += buckets.get(i);
      String bound = i == BOUNDS.length ? "+Inf" : plain(BOUNDS[i]);
      text.append(name).append("_bucket{").append(labels).append(",le=\"").append(bound);
      text.append("\"} ").append(count).append('\n');
    }
    double seconds = (double) nanos.sum() / TimeUnit.SECONDS.toNanos(1);
    text.append(name).append("_sum{").append(labels).append("} ").append(seconds).append('\n');
    text.append(name).append("_count{").append(labels).append("} ").append(count).append('\n');
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
