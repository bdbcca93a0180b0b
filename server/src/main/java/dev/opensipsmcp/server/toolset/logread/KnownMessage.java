package dev.opensipsmcp.server.toolset.logread;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.List;

/**
 * A message that OpenSIPS can log, with what it means in our own words.
 *
 * @param module the module that logs it, {@code core} among them
 * @param pattern its fixed words; {@code *} stands for what varies
 * @param versions the release lines that have it
 * @param meaning what it means
 * @param cause what is behind it as a rule
 * @param nextStep what to do
 */
record KnownMessage(
    String module,
    String pattern,
    List<String> versions,
    String meaning,
    String cause,
    String nextStep) {
  KnownMessage {
    versions = List.copyOf(versions);
  }

  /** {@return the pattern's fixed words} */
  List<String> pieces() {
    return List.of(pattern.split("\\*", -1));
  }

  /** {@return whether a line is this message: its words stand there in this order} */
  boolean matches(LogLine line) {
    if (!line.module().isEmpty() && !line.module().equals(module)) {
      return false;
    }
    int from = 0;
    for (String piece : pieces()) {
      int at = line.text().indexOf(piece, from);
      if (at < 0) {
        return false;
      }
      from = at + piece.length();
    }
    return true;
  }

  /** Tells in a row what it means. */
  void tell(JsonObject row) {
    row.addProperty("meaning", meaning);
    row.addProperty("cause", cause);
    row.addProperty("next_step", nextStep);
  }

  JsonObject row() {
    JsonObject row = Json.object("module", module);
    row.addProperty("pattern", pattern);
    row.add("versions", Json.texts(versions));
    tell(row);
    return row;
  }
}
