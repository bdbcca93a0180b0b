package dev.opensipsmcp.server.toolset.evidence;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times as callers write them: ISO 8601, UTC where no zone is given, or milliseconds since 1970.
 */
public final class Moments {
  /** Where a window begins. */
  public static final Schema.Property FROM =
      Schema.optional(
          "from_ts", Schema.text("From; ISO 8601 or Unix ms").examples("2026-11-20T08:00:00Z"));

  /** Where a window ends. */
  public static final Schema.Property TO =
      Schema.optional("to_ts", Schema.text("Until; ISO 8601 or Unix ms"));

  private Moments() {}

  /** {@return the moment that a text names, if it names one} */
  public static Optional<Instant> parse(String text) {
    String bare = text.strip();
    try {
      if (bare.matches("-?\\d{1,15}")) {
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(bare)));
      }
      if (bare.length() == "2026-11-20".length()) {
        return Optional.of(LocalDate.parse(bare).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      boolean zoned = bare.matches(".*(?:[zZ]|[+-]\\d\\d(?::?\\d\\d)?)");
      return Optional.of(OffsetDateTime.parse(zoned ? bare : bare + 'Z').toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /**
   * {@return the window between two texts, or nothing when one of them is no time or it would end
   * before it begins}
   */
  public static Optional<TimeWindow> window(Optional<String> from, Optional<String> to) {
    Optional<Instant> begin = from.isEmpty() ? Optional.of(Instant.EPOCH) : parse(from.get());
    Optional<Instant> end = to.isEmpty() ? Optional.of(Instant.MAX) : parse(to.get());
    return begin.isEmpty() || end.isEmpty() || end.get().isBefore(begin.get())
        ? Optional.empty()
        : Optional.of(new TimeWindow(begin.get(), end.get()));
  }
}
