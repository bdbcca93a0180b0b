package dev.opensipsmcp.server.ratelimit;

/** Holds up to a burst of tokens and gains them at a steady rate. Not safe for several threads. */
final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long at;

  TokenBucket(Rate rate, long now) {
    this.perSecond = rate.perSecond();
    this.burst = rate.burst();
    this.tokens = rate.burst();
    this.at = now;
  }

  /** {@return 0 when a token was taken, else the nanoseconds until there is one} */
  long take(long now) {
    tokens = Math.min(burst, tokens + Math.max(0, now - at) * perSecond / NANOS_PER_SECOND);
    at = now;
    if (tokens >= 1) {
      tokens--;
      return 0;
    }
    return (long) Math.ceil((1 - tokens) / perSecond * NANOS_PER_SECOND);
  }
}
