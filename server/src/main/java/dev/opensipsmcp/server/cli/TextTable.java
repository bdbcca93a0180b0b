package dev.opensipsmcp.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.text.Columns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays out a result's data for a terminal: rows as a table, an object as two columns. */
final class TextTable {
  private static final int WIDEST = 60;

  private TextTable() {}

  /** {@return the data as lines, each ended by a line break} */
  static String of(JsonElement data) {
    if (data instanceof JsonArray rows && !rows.isEmpty() && allObjects(rows)) {
      return rows(rows);
    }
    if (data instanceof JsonArray values) {
      StringBuilder lines = new StringBuilder();
      values.forEach(value -> lines.append(cell(value)).append('\n'));
      return lines.isEmpty() ? "(nothing)\n" : lines.toString();
    }
    if (data instanceof JsonObject object) {
      return pairs(object);
    }
    return cell(data) + "\n";
  }

  private static boolean allObjects(JsonArray rows) {
    return rows.asList().stream().allMatch(JsonElement::isJsonObject);
  }

  private static String rows(JsonArray rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.getAsJsonObject().keySet()));
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.copyOf(columns));
    for (JsonElement row : rows) {
      List<String> line = new ArrayList<>();
      for (String column : columns) {
        JsonElement value = row.getAsJsonObject().get(column);
        line.add(value == null ? "" : shorten(cell(value)));
      }
      lines.add(line);
    }
    return aligned(lines);
  }

  private static String pairs(JsonObject object) {
    StringBuilder text = new StringBuilder();
    List<List<String>> lines = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      if (entry.getValue() instanceof JsonArray rows && !rows.isEmpty() && allObjects(rows)) {
        text.append(entry.getKey()).append(":\n").append(rows(rows));
      } else {
        lines.add(List.of(entry.getKey(), cell(entry.getValue())));
      }
    }
    return aligned(lines) + text;
  }

  private static String aligned(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    Columns.aligned(lines).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static String cell(JsonElement value) {
    if (value.isJsonNull()) {
      return "-";
    }
    return value.isJsonPrimitive() ? oneLine(value.getAsString()) : value.toString();
  }

  /** A line break or an escape from a node must not reach the terminal as such. */
  private static String oneLine(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      clean.append(Character.isISOControl(c) ? ' ' : c);
    }
    return clean.toString();
  }

  private static String shorten(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }
}
