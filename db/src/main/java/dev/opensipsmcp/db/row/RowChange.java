package dev.opensipsmcp.db.row;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.facts.Table;
import java.util.List;

/** One row's change. */
public sealed interface RowChange {

  /** {@return the table} */
  Table table();

  /**
   * A new row.
   *
   * @param table the table
   * @param row its columns; those that are absent get their defaults
   * @param unique columns in which no other row may be the same; none when rows may be alike
   */
  record Insert(Table table, Row row, List<String> unique) implements RowChange {
    public Insert {
      unique = List.copyOf(unique);
    }
  }

  /**
   * Other values in a row.
   *
   * @param table the table
   * @param before the whole row as it was seen; the change is refused when it is another by now
   * @param set the columns to set
   */
  record Update(Table table, Row before, Row set) implements RowChange {}

  /**
   * A row to take out.
   *
   * @param table the table
   * @param before the whole row as it was seen; the change is refused when it is another by now
   */
  record Delete(Table table, Row before) implements RowChange {}
}
