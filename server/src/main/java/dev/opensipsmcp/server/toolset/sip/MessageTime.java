package dev.opensipsmcp.server.toolset.sip;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads times as callers write them. */
final class MessageTime {
  private static final int MOST_DIGITS = 15;

  private MessageTime() {}

  /** {@return the time of an ISO 8601 text with {@code Z} or an offset, or of Unix milliseconds} */
  static Optional<Instant> parse(String text) {
    try {
      boolean digits =
          !text.isEmpty()
              && text.length() <= MOST_DIGITS
              && text.chars().allMatch(c -> c >= '0' && c <= '9');
      return Optional.of(
          digits
              ? Instant.ofEpochMilli(Long.parseLong(text))
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
