package dev.opensipsmcp.db.cdr;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The window that somebody asks for. Without an end it ends behind the newest row, so that nobody
 * needs to know what time it is where the node stands; without a beginning it is a day.
 *
 * @param from its first moment, if said
 * @param until the first moment behind it, if said
 */
public record CdrSpan(Optional<LocalDateTime> from, Optional<LocalDateTime> until) {
  /** The day up to the newest row. */
  public static final CdrSpan LATEST_DAY = new CdrSpan(Optional.empty(), Optional.empty());

  /** {@return exactly this window} */
  public static CdrSpan of(CdrWindow window) {
    return new CdrSpan(Optional.of(window.from()), Optional.of(window.until()));
  }
}
