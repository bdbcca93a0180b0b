package dev.opensipsmcp.db.internal.row;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Gives a row's columns the names that the facts have, which PostgreSQL has made small. */
final class FactNames {
  private FactNames() {}

  static Row named(Table table, Row row) {
    Map<String, String> large = large(table);
    if (large.isEmpty()) {
      return row;
    }
    Map<String, Value> values = new LinkedHashMap<>();
    row.values().forEach((name, value) -> values.put(large.getOrDefault(name, name), value));
    return new Row(values);
  }

  private static Map<String, String> large(Table table) {
    Map<String, String> large = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      String small = column.name().toLowerCase(Locale.ROOT);
      if (!small.equals(column.name())) {
        large.put(small, column.name());
      }
    }
    return large;
  }
}
