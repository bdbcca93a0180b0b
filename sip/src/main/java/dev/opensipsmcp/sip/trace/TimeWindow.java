package dev.opensipsmcp.sip.trace;

import java.time.Instant;

/**
 * A span of time.
 *
 * @param from its first moment
 * @param to the first moment after it; not before {@code from}
 */
public record TimeWindow(Instant from, Instant to) {
  /** All time that a capture can speak of. */
  public static final TimeWindow ALWAYS = new TimeWindow(Instant.EPOCH, Instant.MAX);

  /**
   * Makes a window.
   *
   * @throws IllegalArgumentException when it would end before it begins
   */
  public TimeWindow {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("The window ends before it begins.");
    }
  }

  /** {@return whether a moment lies in it} */
  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
