package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes {@code tables.tsv}. */
final class TablesPart {
  private TablesPart() {}

  static String of(JsonElement schema) {
    Lines lines = new Lines();
    List<JsonObject> tables = Json.objects(schema);
    tables.sort(Comparator.comparing(it -> Json.string(it, "table")));
    for (JsonObject table : tables) {
      lines.add(
          "t",
          Json.string(table, "table"),
          Json.optional(table, "version").orElse("0"),
          Lines.words(Json.strings(table, "groups")));
      for (JsonObject column : Json.objects(table, "columns")) {
        add(lines, column);
      }
      for (JsonObject index : Json.objects(table, "indexes")) {
        lines.add(
            Json.is(index, "unique") ? "u" : "i",
            Json.string(index, "name"),
            Lines.words(Json.strings(index, "columns")));
      }
    }
    return lines.inOrder();
  }

  private static void add(Lines lines, JsonObject column) {
    lines.add(
        "c",
        Json.string(column, "name"),
        Json.string(column, "type").replace(' ', '_').toUpperCase(Locale.ROOT),
        Json.string(column, "size"),
        (Json.is(column, "null") ? "n" : "")
            + (Json.is(column, "primary") ? "p" : "")
            + (Json.is(column, "autoincrement") ? "a" : ""),
        Json.optional(column, "default").map(it -> "=" + it).orElse(""));
  }
}
