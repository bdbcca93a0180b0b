package dev.opensipsmcp.server.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.text.Columns;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints the demonstration's steps so that a person can read along. */
final class Screen {
  private static final int WIDTH = 96;
  private final PrintStream out;
  private int steps;

  Screen(PrintStream out) {
    this.out = out;
  }

  void step(String title, String call) {
    steps++;
    out.println();
    out.println(steps + ". " + title);
    out.println("   > " + call);
  }

  void say(String line) {
    out.println("   " + line);
  }

  /** Prints some columns of the first rows. */
  void rows(JsonArray rows, int most, String... columns) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(columns));
    for (int i = 0; i < Math.min(most, rows.size()); i++) {
      cells.add(row(rows.get(i).getAsJsonObject(), columns));
    }
    Columns.aligned(cells).forEach(this::say);
    if (rows.size() > most) {
      say("... " + (rows.size() - most) + " more");
    }
  }

  private static List<String> row(JsonObject row, String... columns) {
    List<String> cells = new ArrayList<>(columns.length);
    for (String column : columns) {
      cells.add(row.has(column) ? text(row.get(column)) : "");
    }
    return cells;
  }

  /** Prints an object, one member a line. */
  void pairs(JsonObject object) {
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      if (entry.getValue() instanceof JsonArray list) {
        say(entry.getKey() + ":");
        list.forEach(item -> say("  - " + text(item)));
      } else {
        say(entry.getKey() + ": " + text(entry.getValue()));
      }
    }
  }

  private static String text(JsonElement value) {
    String text = value.isJsonPrimitive() ? value.getAsString() : value.toString();
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
  }
}
