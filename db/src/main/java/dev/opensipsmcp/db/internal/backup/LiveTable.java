package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.SecretColumns;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.util.List;
import java.util.Optional;

/**
 * A table as the database has it.
 *
 * @param name its name
 * @param columns its columns, in order
 * @param key its primary key; empty when it has none
 * @param natural the columns of a unique index beside it, by which people know a row; empty when
 *     there is none
 */
record LiveTable(
    SqlName name, List<LiveColumn> columns, List<LiveColumn> key, List<LiveColumn> natural) {
  LiveTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    natural = List.copyOf(natural);
  }

  /** {@return the column of that name} PostgreSQL has OpenSIPS's names in small letters. */
  Optional<LiveColumn> column(String column) {
    return columns.stream().filter(one -> one.name().text().equalsIgnoreCase(column)).findFirst();
  }

  boolean hides(LiveColumn column) {
    return SecretColumns.hides(name.text(), column.name().text());
  }

  /** {@return the columns that hold no secret, or all} */
  List<LiveColumn> shown(boolean secrets) {
    return columns.stream().filter(column -> secrets || !hides(column)).toList();
  }
}
