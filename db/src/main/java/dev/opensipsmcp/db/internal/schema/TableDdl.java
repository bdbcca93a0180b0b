package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.TableIndex;
import java.util.ArrayList;
import java.util.List;

/** The statements that make a table as OpenSIPS's own scripts do. */
final class TableDdl {
  private TableDdl() {}

  /** {@return the table, its indexes, and its row in table {@code version}, in order} */
  static List<Sql> all(Table table, Dialect dialect) {
    List<Sql> all = new ArrayList<>();
    all.add(create(table, SqlName.of(table), List.of(), dialect));
    if (dialect == Dialect.POSTGRESQL) {
      table.columns().stream()
          .filter(Column::autoIncrement)
          .forEach(column -> all.add(bounded(SqlName.sequence(table, column))));
    }
    for (TableIndex index : table.indexes()) {
      if (!index.unique()) {
        all.add(index(table, index, dialect));
      }
    }
    if (!Wanted.ofVersions(table)) {
      all.addAll(version(table));
    }
    return List.copyOf(all);
  }

  /**
   * {@return the table alone, with its unique indexes}
   *
   * @param name another name than the facts' where it is a copy
   * @param further columns that OpenSIPS does not know
   */
  static Sql create(Table table, SqlName name, List<Sql> further, Dialect dialect) {
    List<Sql> parts = new ArrayList<>();
    table.columns().forEach(column -> parts.add(ColumnDdl.definition(table, column, dialect)));
    parts.addAll(further);
    for (TableIndex index : table.indexes()) {
      if (index.unique()) {
        parts.add(unique(table, index, dialect));
      }
    }
    Sql sql =
        Sql.of("CREATE TABLE ")
            .name(name)
            .words(" (\n  ")
            .sql(Sql.joined(parts, ",\n  "))
            .words("\n)");
    return dialect == Dialect.MARIADB ? sql.words(" ENGINE=InnoDB") : sql;
  }

  /** {@return the part of a table's definition that keeps rows unique} */
  static Sql unique(Table table, TableIndex index, Dialect dialect) {
    return Sql.of("CONSTRAINT ")
        .name(SqlName.of(table, index, dialect))
        .words(" UNIQUE (")
        .names(SqlName.of(table, index.columns()))
        .words(")");
  }

  /** {@return an index, unique or not, on a table that exists} */
  static Sql index(Table table, TableIndex index, Dialect dialect) {
    return (index.unique() ? Sql.of("CREATE UNIQUE INDEX ") : Sql.of("CREATE INDEX "))
        .name(SqlName.of(table, index, dialect))
        .words(" ON ")
        .name(SqlName.of(table))
        .words(" (")
        .names(SqlName.of(table, index.columns()))
        .words(")");
  }

  /** {@return the row by which a module knows that the table is the one it wants} */
  static List<Sql> version(Table table) {
    Value name = Value.of(table.name());
    return List.of(
        Sql.of("DELETE FROM ")
            .name(SqlName.of("version"))
            .words(" WHERE ")
            .name(SqlName.of("table_name"))
            .words(" = ")
            .value(name),
        Sql.of("INSERT INTO ")
            .name(SqlName.of("version"))
            .words(" (")
            .names(List.of(SqlName.of("table_name"), SqlName.of("table_version")))
            .words(") VALUES (")
            .value(name)
            .words(", ")
            .value(Value.of(table.version()))
            .words(")"));
  }

  private static Sql bounded(SqlName sequence) {
    return Sql.of("ALTER SEQUENCE ").name(sequence).words(" MAXVALUE 2147483647 CYCLE");
  }
}
