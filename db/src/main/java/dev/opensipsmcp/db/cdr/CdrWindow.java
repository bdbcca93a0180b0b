package dev.opensipsmcp.db.cdr;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A time on the clock of the node that wrote the rows.
 *
 * @param from the first moment in it
 * @param until the first moment behind it
 */
public record CdrWindow(LocalDateTime from, LocalDateTime until) {
  public CdrWindow {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("The window ends before it begins");
    }
  }

  /** {@return how long it is; the clock's changes to and from summer time are not seen} */
  public Duration length() {
    return Duration.between(from, until);
  }

  /** {@return the window of the same length that ends where this one begins} */
  public CdrWindow before() {
    return new CdrWindow(from.minus(length()), from);
  }
}
