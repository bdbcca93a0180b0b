package dev.opensipsmcp.server.toolset.logread;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes log lines apart in every form in which OpenSIPS's come: as syslog writes them (RFC 3164, or
 * with ISO 8601 time), as journalctl shows them (short, precise, ISO, Unix), as OpenSIPS writes
 * them to standard error, and as JSON, plain or CEE. A line in no such form is kept as text.
 *
 * @param times tells which moments their times are
 */
record LineParser(Times times) {
  private static final String SHORT =
      "[A-Z][a-z]{2} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?";
  private static final String ISO =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?";
  private static final String UNIX = "\\d{9,11}\\.\\d{3,6}";
  private static final Pattern SYSLOG =
      Pattern.compile(
          "^(?:<\\d{1,3}>)?("
              + SHORT
              + "|"
              + ISO
              + "|"
              + UNIX
              + ") (?:\\S{1,255} )?"
              + "([^\\s:\\[\\]]{1,128})(?:\\[(\\d{1,10})\\])?: ?(.*)$");
  private static final Pattern STDERR = Pattern.compile("^(" + SHORT + ") \\[(\\d{1,10})\\] (.*)$");
  private static final Pattern OWN =
      Pattern.compile(
          "^(ALERT|CRITICAL|BUG|ERROR|WARNING|NOTICE|INFO|DBG):"
              + "([A-Za-z0-9_.-]{1,64}):([A-Za-z0-9_]{1,128}): ?(.*)$");

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
    return own.matches()
        ? new LogLine(
            number, time, times, pid, own.group(1), own.group(2), own.group(3), own.group(4))
        : new LogLine(number, time, times, pid, "", "", "", rest);
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
        times,
        cee ? Json.number(Json.object(json, "proc"), "id", -1) : Json.number(json, "pid", -1),
        Json.text(json, cee ? "pri" : "level").toUpperCase(Locale.ROOT),
        Json.text(json, cee ? "subsys" : "module"),
        cee ? Json.text(nativePart, "function") : Json.text(json, "function"),
        Json.text(json, cee ? "msg" : "message"));
  }

  private static long pid(String digits) {
    return Json.number(digits, -1);
  }
}
