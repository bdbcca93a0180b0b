package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.TableIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code tables.tsv}. A table begins with a line {@code t}, its name, version and groups; the
 * lines after it are its columns, {@code c}, and indexes, {@code i}, or unique ones, {@code u}.
 */
final class TableRows {
  private final String name;
  private final int version;
  private final List<String> groups;
  private final List<Column> columns = new ArrayList<>();
  private final List<TableIndex> indexes = new ArrayList<>();

  private TableRows(Rows rows) {
    name = rows.field();
    version = Integer.parseInt(rows.field());
    groups = rows.words();
  }

  static List<Table> read(String text) {
    List<TableRows> read = new ArrayList<>(80);
    Rows rows = new Rows(text);
    while (rows.next()) {
      String kind = rows.field();
      if (kind.equals("t")) {
        read.add(new TableRows(rows));
      } else {
        read.getLast().take(kind, rows);
      }
    }
    List<Table> tables = new ArrayList<>(read.size());
    for (TableRows table : read) {
      tables.add(new Table(table.name, table.version, table.groups, table.columns, table.indexes));
    }
    return tables;
  }

  private void take(String kind, Rows rows) {
    switch (kind) {
      case "c" -> columns.add(column(rows));
      case "i" -> indexes.add(new TableIndex(rows.field(), rows.words(), false));
      case "u" -> indexes.add(new TableIndex(rows.field(), rows.words(), true));
      default -> throw new IllegalStateException("No fact of a table begins with " + kind);
    }
  }

  private static Column column(Rows rows) {
    String name = rows.field();
    Column.Type type = Column.Type.valueOf(rows.field());
    List<String> size = Rows.words(rows.field(), ',');
    String traits = rows.field();
    return new Column(
        name,
        type,
        size.isEmpty() ? 0 : Integer.parseInt(size.getFirst()),
        size.size() < 2 ? 0 : Integer.parseInt(size.getLast()),
        traits.indexOf('n') >= 0,
        ModuleRows.defaultValue(rows.field()),
        traits.indexOf('p') >= 0,
        traits.indexOf('a') >= 0);
  }
}
