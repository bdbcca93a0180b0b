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
   * @param column its name; case counts for nothing, since PostgreSQL writes all small
   */
  public String text(String column) {
    String exact = columns.get(column);
    return exact != null
        ? exact
        : columns.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(column))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
  }

  /**
   * {@return a column's number; 0 when it is null or none}
   *
   * @param column its name
   */
  public int number(String column) {
    return number(column, 0);
  }

  /**
   * {@return a column's number}
   *
   * @param column its name
   * @param unsaid what it is when it is null or none
   */
  public int number(String column, int unsaid) {
    String text = text(column).strip();
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : unsaid;
  }

  /**
   * {@return whether a column is not null}
   *
   * @param column its name
   */
  public boolean has(String column) {
    return columns.keySet().stream().anyMatch(column::equalsIgnoreCase);
  }
}
