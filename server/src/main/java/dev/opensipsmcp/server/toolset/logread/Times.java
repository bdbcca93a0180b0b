package dev.opensipsmcp.server.toolset.logread;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells which moment a time in a log is.
 *
 * @param clock tells the year, which RFC 3164 leaves out
 * @param zone that of times without one
 */
record Times(InstantSource clock, ZoneId zone) {
  private static final Pattern UNIX = Pattern.compile("\\d{9,11}\\.\\d{3,6}");
  private static final Pattern ZONED = Pattern.compile(".*(?:Z|[+-]\\d\\d:\\d\\d)$");
  private static final DateTimeFormatter SHORT_TIME =
      DateTimeFormatter.ofPattern("uuuu MMM d HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  /** {@return the moment that a time means} One without a year is of the last twelve months. */
  Optional<Instant> at(String time) {
    try {
      if (time.isEmpty()) {
        return Optional.empty();
      }
      if (UNIX.matcher(time).matches()) {
        int point = time.indexOf('.');
        return Optional.of(
            Instant.ofEpochSecond(
                Long.parseLong(time.substring(0, point)),
                Long.parseLong((time.substring(point + 1) + "000000000").substring(0, 9))));
      }
      if (Character.isDigit(time.charAt(0))) {
        String iso = time.replace(',', '.').replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return Optional.of(
            ZONED.matcher(iso).matches()
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant());
      }
      int year = clock.instant().atZone(zone).getYear();
      Instant first = inYear(year, time);
      return Optional.of(
          first.isAfter(clock.instant().plus(Duration.ofDays(1))) ? inYear(year - 1, time) : first);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Instant inYear(int year, String time) {
    return LocalDateTime.parse(year + " " + time.replaceFirst("^(\\w{3})  ", "$1 "), SHORT_TIME)
        .atZone(zone)
        .toInstant();
  }
}
