package dev.opensipsmcp.db.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table that a database has.
 *
 * @param name its name
 * @param view whether it only looks like a table
 * @param triggers whether something runs when its rows change
 * @param columns in order
 * @param indexes with the primary key
 */
public record ActualTable(
    String name,
    boolean view,
    boolean triggers,
    List<ActualColumn> columns,
    List<ActualIndex> indexes) {
  public ActualTable {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  /** {@return the column of this name, in large or small letters} */
  public Optional<ActualColumn> column(String columnName) {
    return columns.stream().filter(it -> it.name().equalsIgnoreCase(columnName)).findFirst();
  }
}
