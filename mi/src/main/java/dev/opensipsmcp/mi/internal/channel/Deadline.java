package dev.opensipsmcp.mi.internal.channel;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A point in time until which something may take. */
public final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /**
   * {@return a deadline that far from now}
   *
   * @param duration how far
   */
  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /**
   * {@return the milliseconds left, at least one}
   *
   * @throws SocketTimeoutException when none are left
   */
  public int millisLeft() throws SocketTimeoutException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return Math.clamp(left / 1_000_000, 1, Integer.MAX_VALUE);
  }
}
