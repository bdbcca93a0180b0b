package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Reads moments, in whatever unit or form they are written. */
final class Moments {
  private static final long SECONDS_BELOW = 100_000_000_000L;
  private static final long MILLIS_BELOW = 100_000_000_000_000L;
  private static final long MICROS_BELOW = 100_000_000_000_000_000L;

  private Moments() {}

  /** {@return the first of these members that says a moment; the epoch when none does} */
  static Instant of(JsonObject json, String... names) {
    for (String name : names) {
      OptionalLong number = Json.whole(json, name);
      if (number.isPresent() && number.getAsLong() > 0) {
        return of(number.getAsLong());
      }
      Instant written = of(Json.text(json, name));
      if (written.isAfter(Instant.EPOCH)) {
        return written;
      }
    }
    return Instant.EPOCH;
  }

  private static Instant of(long number) {
    if (number < SECONDS_BELOW) {
      return Instant.ofEpochSecond(number);
    }
    if (number < MILLIS_BELOW) {
      return Instant.ofEpochMilli(number);
    }
    return number < MICROS_BELOW
        ? Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1_000)
        : Instant.ofEpochSecond(number / 1_000_000_000, number % 1_000_000_000);
  }

  /** A time without a zone is UTC, as databases of Homer keep it. */
  private static Instant of(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && iso.length() > 10
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      return Instant.EPOCH;
    }
  }
}
