package dev.opensipsmcp.server.toolset.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads times as callers write them. */
final class Times {
  private static final int DATE = 10;

  private Times() {}

  /**
   * {@return the time of an ISO 8601 text with {@code Z} or an offset; a date alone is its first
   * moment in UTC; empty for anything else}
   */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(
          text.length() == DATE
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
