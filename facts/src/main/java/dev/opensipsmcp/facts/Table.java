package dev.opensipsmcp.facts;

import java.util.List;
import java.util.Optional;

/**
 * A table of OpenSIPS's database.
 *
 * @param name the default name
 * @param version the number that table {@code version} holds for it; 0 for that table itself
 * @param groups the sets of tables it is created with
 * @param columns in the order of creation
 * @param indexes the indexes beside the primary key
 */
public record Table(
    String name, int version, List<String> groups, List<Column> columns, List<TableIndex> indexes) {
  public Table {
    groups = List.copyOf(groups);
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  /** {@return the column of this name, or nothing} */
  public Optional<Column> column(String columnName) {
    for (Column column : columns) {
      if (column.name().equals(columnName)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** {@return the columns of the primary key, in order} */
  public List<Column> primaryKey() {
    return columns.stream().filter(Column::primary).toList();
  }
}
