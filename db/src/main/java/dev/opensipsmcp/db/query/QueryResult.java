package dev.opensipsmcp.db.query;

import dev.opensipsmcp.db.Value;
import java.util.List;

/**
 * What a query found.
 *
 * @param columns in order
 * @param rows the values of each row, in the order of the columns
 * @param more whether further rows exist
 * @param hidden columns holding secrets that a {@code *} left out, as {@code table.column}
 */
public record QueryResult(
    List<Column> columns, List<List<Value>> rows, boolean more, List<String> hidden) {
  public QueryResult {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    hidden = List.copyOf(hidden);
  }

  /**
   * A column of the result.
   *
   * @param name as the query calls it; the second of the same name has a number behind it
   * @param type as the database calls it, in small letters
   */
  public record Column(String name, String type) {}
}
