package dev.opensipsmcp.server.toolset.logread;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.toolset.common.Json;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes log lines apart in every form in which OpenSIPS's come: as syslog writes them (RFC 3164, or
 * with ISO 8601 time), as journalctl shows them (short, precise, ISO, Unix), as OpenSIPS writes
 * them to standard error, and as JSON, plain or CEE. A line in no such form is kept as text.
 *
 * @param clock tells the year, which RFC 3164 leaves out
 * @param zone that of times without one
 */
record LineParser(InstantSource clock, ZoneId zone) {
  private static final String SHORT = "[A-Z][a-z]{2} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?";
  private static final String ISO =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?";
  private static final String UNIX = "\\d{9,11}\\.\\d{3,6}";
  private static final Pattern SYSLOG =
      Pattern.compile(
          "^(?:<\\d{1,3}>)?(" + SHORT + "|" + ISO + "|" + UNIX + ") (?:\\S{1,255} )?"
              + "([^\\s:\\[\\]]{1,128})(?:\\[(\\d{1,10})\\])?: ?(.*)$");
  private static final Pattern STDERR =
      Pattern.compile("^(" + SHORT + ") \\[(\\d{1,10})\\] (.*)$");
  private static final Pattern OWN =
      Pattern.compile(
          "^(ALERT|CRITICAL|BUG|ERROR|WARNING|NOTICE|INFO|DBG):"
              + "([A-Za-z0-9_.-]{1,64}):([A-Za-z0-9_]{1,128}): ?(.*)$");
  private static final DateTimeFormatter SHORT_TIME =
      DateTimeFormatter.ofPattern("uuuu MMM d HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  /** {@return the line, taken apart} */
  LogLine parse(long number, String line) {
    String bare = line.startsWith("@cee: ") ? line.substring("@cee: ".length()) : line;
    if (bare.startsWith("{")) {
      return json(number, bare, line);
    }
    Matcher stderr = STDERR.matcher(line);
    if (stderr.matches()) {
      return own(number, stderr.group(1), pid(stderr.group(2)), stderr.group(3));
    }
    Matcher syslog = SYSLOG.matcher(line);
    if (syslog.matches()) {
      String rest = syslog.group(4);
      long pid = syslog.group(3) == null ? -1 : pid(syslog.group(3));
      return rest.startsWith("@cee: ") || rest.startsWith("{\"time\": ")
          ? json(number, rest.replaceFirst("^@cee: ", ""), rest)
          : own(number, syslog.group(1), pid, rest);
    }
    return own(number, "", -1, line);
  }

  private LogLine own(long number, String time, long pid, String rest) {
    Matcher own = OWN.matcher(rest);
    Optional<Instant> at = at(time);
    return own.matches()
        ? new LogLine(
            number, time, at, pid, own.group(1), own.group(2), own.group(3), own.group(4))
        : new LogLine(number, time, at, pid, "", "", "", rest);
  }

  private LogLine json(long number, String text, String line) {
    JsonObject json;
    try {
      json = Json.asObject(JsonParser.parseString(text));
    } catch (JsonParseException _) {
      return own(number, "", -1, line);
    }
    boolean cee = json.has("msg");
    String time = Json.text(json, "time");
    JsonObject nativePart = Json.object(json, "native");
    return new LogLine(
        number,
        time,
        at(time),
        cee ? Json.number(Json.object(json, "proc"), "id", -1) : Json.number(json, "pid", -1),
        Json.text(json, cee ? "pri" : "level").toUpperCase(Locale.ROOT),
        Json.text(json, cee ? "subsys" : "module"),
        cee ? Json.text(nativePart, "function") : Json.text(json, "function"),
        Json.text(json, cee ? "msg" : "message"));
  }

  private static long pid(String digits) {
    return Json.number(digits, -1);
  }

  /** {@return the moment that a time means} One without a year is of the last twelve months. */
  private Optional<Instant> at(String time) {
    try {
      if (time.isEmpty()) {
        return Optional.empty();
      }
      if (time.matches(UNIX)) {
        int point = time.indexOf('.');
        return Optional.of(
            Instant.ofEpochSecond(
                Long.parseLong(time.substring(0, point)),
                Long.parseLong((time.substring(point + 1) + "000000000").substring(0, 9))));
      }
      if (Character.isDigit(time.charAt(0))) {
        String iso =
            time.replace(',', '.').replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return Optional.of(
            iso.matches(".*(?:Z|[+-]\\d\\d:\\d\\d)$")
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
    return LocalDateTime.parse(
            year + " " + time.replaceFirst("^(\\w{3})  ", "$1 "), SHORT_TIME)
        .atZone(zone)
        .toInstant();
  }
}
