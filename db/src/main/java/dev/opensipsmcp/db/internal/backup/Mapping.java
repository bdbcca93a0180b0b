package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.BackupHead.ColumnHead;
import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a table's rows in a backup become rows of the table that is there.
 *
 * @param head the table in the backup
 * @param live the table that is there
 * @param columns the columns that both have, in the backup's order
 * @param from where each of them stands in the backup's rows
 * @param key the primary key, when all of it is in the backup
 * @param natural the natural key, when all of it is in the backup
 * @param secrets the columns that the backup left out and the table has
 */
record Mapping(
    TableHead head,
    LiveTable live,
    List<LiveColumn> columns,
    List<Integer> from,
    List<LiveColumn> key,
    List<LiveColumn> natural,
    List<LiveColumn> secrets) {

  static Mapping of(TableHead head, LiveTable live) {
    List<LiveColumn> columns = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    for (int at = 0; at < head.columns().size(); at++) {
      Optional<LiveColumn> column = live.column(head.columns().get(at).name());
      if (column.isPresent()) {
        columns.add(column.get());
        from.add(at);
      }
    }
    return new Mapping(
        head,
        live,
        List.copyOf(columns),
        List.copyOf(from),
        columns.containsAll(live.key()) ? live.key() : List.of(),
        columns.containsAll(live.natural()) ? live.natural() : List.of(),
        live.columns().stream()
            .filter(
                column -> head.leftOut().stream().anyMatch(column.name().text()::equalsIgnoreCase))
            .toList());
  }

  String table() {
    return live.name().text();
  }

  /** {@return the columns by which a row that is there is changed or deleted} */
  List<LiveColumn> identity() {
    return live.key().isEmpty() ? natural : live.key();
  }

  /** {@return whether a row of the backup can be told to be one that is there} */
  boolean matches() {
    return !natural.isEmpty() || !key.isEmpty();
  }

  /** {@return whether rows that are there have secrets to keep, since the backup has none} */
  boolean keepsSecrets() {
    return !secrets.isEmpty();
  }

  /** {@return whether a row can't be added without a secret} */
  boolean requiresSecrets() {
    return secrets.stream().anyMatch(LiveColumn::required);
  }

  /** {@return where a column stands in a fitted row} */
  int place(LiveColumn column) {
    return columns.indexOf(column);
  }

  /** {@return why the backup does not fit the table as it is; empty when it does} */
  List<String> misfits() {
    List<String> all = new ArrayList<>();
    for (ColumnHead column : head.columns()) {
      if (live.column(column.name()).isEmpty()) {
        all.add("Table " + table() + " here has no column " + column.name() + ": left out.");
      }
    }
    unfilled().forEach(column -> all.add(requires(column)));
    return all;
  }

  /** {@return why no row of the backup can be added, if so} */
  Optional<DbError> refusal() {
    return unfilled().stream()
        .findFirst()
        .map(column ->
            new DbError(
                Kind.UNSUPPORTED,
                requires(column),
                "Bring the schema to the version of the backup, then restore."));
  }

  private String requires(LiveColumn column) {
    return "Table "
        + table()
        + " here requires column "
        + column.name().text()
        + ", which the backup does not have.";
  }

  private List<LiveColumn> unfilled() {
    return live.columns().stream()
        .filter(LiveColumn::required)
        .filter(column -> !columns.contains(column) && !secrets.contains(column))
        .toList();
  }

  /** {@return a row of the backup as a row of the table} */
  Value[] fit(Value[] cells, long number, Dialect dialect) {
    Value[] row = new Value[columns.size()];
    for (int at = 0; at < row.length; at++) {
      LiveColumn column = columns.get(at);
      try {
        row[at] = Fit.fit(cells[from.get(at)], column.kind(), dialect);
      } catch (Unfit e) {
        throw new Ended(
            new DbError(
                Kind.VALUE_REFUSED,
                "Row "
                    + number
                    + " of table "
                    + table()
                    + " in the backup does not fit: column "
                    + column.name().text()
                    + " "
                    + e.getMessage()
                    + ".",
                "Nothing was changed; restore it to a database of the kind it came from."));
      }
    }
    return row;
  }
}
