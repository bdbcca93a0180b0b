package dev.opensipsmcp.server.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
    List<String[]> cells = new ArrayList<>();
    cells.add(columns);
    for (int i = 0; i < Math.min(most, rows.size()); i++) {
      cells.add(row(rows.get(i).getAsJsonObject(), columns));
    }
    int[] widths = new int[columns.length];
    for (String[] row : cells) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : cells) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        line.append(row[i]).repeat(' ', widths[i] - row[i].length() + 2);
      }
      say(line.toString().stripTrailing());
    }
    if (rows.size() > most) {
      say("... " + (rows.size() - most) + " more");
    }
  }

  private static String[] row(JsonObject row, String... columns) {
    String[] cells = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      cells[i] = row.has(columns[i]) ? text(row.get(columns[i])) : "";
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
