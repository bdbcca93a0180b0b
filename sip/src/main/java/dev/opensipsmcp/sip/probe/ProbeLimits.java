package dev.opensipsmcp.sip.probe;

import java.time.Duration;

/**
 * How long a probe waits (RFC 3261 section 17.1.2.2).
 *
 * @param timeout until it gives up (Timer F); before that, a connection may take as long to be made
 * @param t1 until it is sent again over UDP for the first time (T1)
 */
public record ProbeLimits(Duration timeout, Duration t1) {
  /** The longest wait between two sendings over UDP (T2). */
  public static final Duration T2 = Duration.ofSeconds(4);

  private static final Duration T1 = Duration.ofMillis(500);

  public ProbeLimits {
    if (timeout.isNegative() || timeout.isZero() || t1.isNegative() || t1.isZero()) {
      throw new IllegalArgumentException("Time only passes forwards");
    }
  }

  /** {@return limits with the usual T1 of 500 ms} */
  public static ProbeLimits of(Duration timeout) {
    return new ProbeLimits(timeout, T1);
  }
}
