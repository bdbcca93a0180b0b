package dev.opensipsmcp.server.toolset.logread;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.evidence.MessageText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a log.
 *
 * @param number its number, from 1
 * @param time the time as it stands there; empty when none does
 * @param times tells which moment that is
 * @param pid the process; -1 when none is named
 * @param level OpenSIPS's word for it; empty for what a script wrote and for other programs' lines
 * @param module the module that wrote it, {@code core} among them; empty when unknown
 * @param function the function that wrote it; empty when unknown
 * @param text what it says
 */
record LogLine(
    long number,
    String time,
    Times times,
    long pid,
    String level,
    String module,
    String function,
    String text) {
  private static final int SHOWN = 400;

  /** {@return the moment of its time, where that can be told} Reckoned anew each time. */
  Optional<Instant> at() {
    return times.at(time);
  }

  /** {@return how bad its level is: the smaller, the worse, as OpenSIPS counts them} */
  int severity() {
    return severity(level);
  }

  /** {@return OpenSIPS's number of a level's word; that of info for what has none} */
  static int severity(String level) {
    return switch (level) {
      case "ALERT" -> -3;
      case "CRITICAL", "BUG" -> -2;
      case "ERROR" -> -1;
      case "WARNING" -> 1;
      case "NOTICE" -> 2;
      case "DBG" -> 4;
      default -> 3;
    };
  }

  /**
   * {@return the line as a row; its text is cut, its secrets are gone, and nobody vouches for it}
   */
  JsonObject row() {
    JsonObject row = new JsonObject();
    row.addProperty("line", number);
    Json.addText(row, "time", shownTime());
    if (pid >= 0) {
      row.addProperty("pid", pid);
    }
    Json.addText(row, "level", level);
    Json.addText(row, "module", module);
    Json.addText(row, "function", function);
    row.addProperty("text", shown(text));
    return row;
  }

  /** {@return the moment in UTC, or the time as it stands there} */
  String shownTime() {
    return at().map(Instant::toString).orElse(time);
  }

  /** {@return a text from a log without secrets, cut to what fits into a row} */
  static String shown(String text) {
    String clean = MessageText.of(text.getBytes(StandardCharsets.UTF_8));
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "...";
  }
}
