package dev.opensipsmcp.lab.internal.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of the node's database.
 *
 * @param columns the values by column; a column that is not there is null in the database
 */
public record Row(Map<String, String> columns) {
  public Row {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /**
   * {@return a row}
   *
   * @param namesAndValues column, value, column, value, ...
   */
  public static Row of(String... namesAndValues) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      columns.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return new Row(columns);
  }

  /**
   * {@return a column's value; empty when it is null}
   *
   * @param column its name
   */
  public String text(String column) {
    return columns.getOrDefault(column, "");
  }

  /**
   * {@return a column's number; 0 when it is null}
   *
   * @param column its name
   */
  public int number(String column) {
    String text = text(column);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }
}
