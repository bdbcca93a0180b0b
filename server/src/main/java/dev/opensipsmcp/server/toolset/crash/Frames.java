package dev.opensipsmcp.server.toolset.crash;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What gdb printed of a core, taken apart: names and places only.
 *
 * @param text what it printed
 */
record Frames(String text) {
  private static final Pattern FRAME =
      Pattern.compile(
          "#(\\d{1,4}) +(?:0x[0-9a-f]+ in )?([^\\s(]{1,200}|<signal handler called>)"
              + "(?: ?\\([^()]{0,2000}\\))?(?: at ([^\\s:]{1,500}):(\\d{1,7}))?"
              + "(?: from (\\S{1,500}))?\\s*");
  private static final Pattern SIGNAL =
      Pattern.compile("Program terminated with signal (SIG[A-Z0-9]{2,10})");

  /** {@return the signal that ended the process} */
  Optional<String> signal() {
    Matcher matcher = SIGNAL.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** {@return whether gdb doubts that the program is the one that crashed} */
  boolean doubtful() {
    return text.contains("exec file is newer than core file")
        || text.contains("core file may not match specified executable file");
  }

  /** {@return the frames, the innermost first} */
  List<JsonObject> rows() {
    List<JsonObject> rows = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Matcher matcher = FRAME.matcher(line);
      if (rows.size() < Debugger.FRAMES && matcher.matches()) {
        int number = Integer.parseInt(matcher.group(1));
        if (number == 0) {
          rows.clear(); // gdb shows the frame in which it stands by itself, and then in its place.
        }
        JsonObject row = new JsonObject();
        row.addProperty("frame", number);
        row.addProperty("function", matcher.group(2));
        String file = matcher.group(3);
        if (file != null) {
          row.addProperty("file", file);
          row.addProperty("line", Integer.parseInt(matcher.group(4)));
        }
        Json.addText(row, "library", Optional.ofNullable(matcher.group(5)).orElse(""));
        rows.add(row);
      }
    }
    return rows;
  }

  /** {@return where in OpenSIPS's own source it was: the innermost frame that has a place there} */
  static Optional<String> place(List<JsonObject> rows) {
    return rows.stream()
        .filter(row -> row.has("file"))
        .filter(row -> !Json.text(row, "file").contains("sysdeps/"))
        .filter(row -> !Json.text(row, "function").matches("__.*|abort|raise"))
        .findFirst()
        .map(row ->
            Json.text(row, "function")
                + " at "
                + Json.text(row, "file")
                + ":"
                + Json.number(row, "line", 0));
  }
}
