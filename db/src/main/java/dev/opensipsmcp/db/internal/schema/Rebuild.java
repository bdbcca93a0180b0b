package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.db.schema.ActualColumn;
import dev.opensipsmcp.db.schema.ActualTable;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies a table of SQLite, which can't change a column, into one as the facts have it. Columns and
 * indexes that the facts don't know come along.
 */
final class Rebuild {
  private Rebuild() {}

  static List<Sql> of(Table table, ActualTable has, Carried carried) {
    SqlName copy = SqlName.of(table, "_new");
    List<Sql> all = new ArrayList<>();
    all.add(TableDdl.create(table, copy, carried.definitions(), Dialect.SQLITE));
    all.add(copied(table, has, copy, carried));
    all.add(Sql.of("DROP TABLE ").name(SqlName.of(table)));
    all.add(Sql.of("ALTER TABLE ").name(copy).words(" RENAME TO ").name(SqlName.of(table)));
    for (TableIndex index : table.indexes()) {
      if (!index.unique()) {
        all.add(TableDdl.index(table, index, Dialect.SQLITE));
      }
    }
    all.addAll(carried.indexes());
    return List.copyOf(all);
  }

  private static Sql copied(Table table, ActualTable has, SqlName copy, Carried carried) {
    List<SqlName> into = new ArrayList<>();
    List<Sql> from = new ArrayList<>();
    for (Column column : table.columns()) {
      into.add(SqlName.of(column));
      from.add(value(column, has.column(column.name())));
    }
    for (SqlName name : carried.names()) {
      into.add(name);
      from.add(Sql.empty().name(name));
    }
    return Sql.of("INSERT INTO ")
        .name(copy)
        .words(" (")
        .names(into)
        .words(") SELECT ")
        .sql(Sql.joined(from, ", "))
        .words(" FROM ")
        .name(SqlName.of(table));
  }

  private static Sql value(Column column, Optional<ActualColumn> old) {
    Sql fallback = column.nullable() ? Sql.empty().fallback(column) : ColumnChange.value(column);
    Sql name = Sql.empty().name(SqlName.of(column));
    if (old.isEmpty()) {
      return fallback;
    }
    return column.nullable() || column.primary() || !old.get().nullable()
        ? name
        : Sql.of("COALESCE(").sql(name).words(", ").sql(fallback).words(")");
  }
}
