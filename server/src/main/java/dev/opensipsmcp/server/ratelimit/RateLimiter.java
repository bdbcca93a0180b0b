package dev.opensipsmcp.server.ratelimit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Gives each caller a bucket of its own. Remembers the callers seen last, so that memory stays
 * bounded however many come. Safe for many threads.
 */
public final class RateLimiter {
  private static final int CALLERS_REMEMBERED = 10_000;

  private final Rate rate;
  private final LongSupplier nanos;
  private final Map<String, TokenBucket> buckets = new Recent();

  /**
   * Makes a limiter.
   *
   * @param rate for each caller
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  public RateLimiter(Rate rate, LongSupplier nanos) {
    this.rate = rate;
    this.nanos = nanos;
  }

  /** {@return zero when the caller may go on, else how long it should wait} */
  public Duration take(String subject) {
    synchronized (buckets) {
      long now = nanos.getAsLong();
      TokenBucket bucket = buckets.computeIfAbsent(subject, _ -> new TokenBucket(rate, now));
      return Duration.ofNanos(bucket.take(now));
    }
  }

  private static final class Recent extends LinkedHashMap<String, TokenBucket> {
    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
      return size() > CALLERS_REMEMBERED;
    }
  }
}
