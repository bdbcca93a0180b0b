package dev.opensipsmcp.db.internal.row;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements that rows are read and changed with. */
public final class RowSql {
  private RowSql() {}

  static Sql select(Select select, boolean bounded) {
    Sql sql = Sql.of("SELECT * FROM ").name(SqlName.of(select.table())).sql(where(select));
    Optional<Column> key = select.table().primaryKey().stream().findFirst();
    if (key.isPresent()) {
      sql = sql.words(" ORDER BY ").name(SqlName.of(key.get()));
    }
    return bounded ? sql.words(" LIMIT ").number(select.limit()) : sql;
  }

  static Sql count(Select select) {
    return Sql.of("SELECT COUNT(*) AS n FROM ").name(SqlName.of(select.table())).sql(where(select));
  }

  private static Sql where(Select select) {
    List<Sql> all = new ArrayList<>();
    select.where().forEach(condition -> all.add(of(condition)));
    Optional<Column> key = select.table().primaryKey().stream().findFirst();
    if (key.isPresent() && select.after().isPresent()) {
      all.add(Sql.empty().name(SqlName.of(key.get())).words(" > ").value(select.after().get()));
    }
    return where(all);
  }

  private static Sql where(List<Sql> all) {
    return all.isEmpty() ? Sql.empty() : Sql.of(" WHERE ").sql(Sql.joined(all, " AND "));
  }

  private static Sql of(Condition condition) {
    SqlName name = SqlName.of(condition.column());
    return switch (condition) {
      case Condition.Equal(Column _, Value.Null _) -> Sql.empty().name(name).words(" IS NULL");
      case Condition.Equal(Column _, Value value) ->
          Sql.empty().name(name).words(" = ").value(value);
      case Condition.Begins(Column _, String start) -> like(name, escaped(start) + "%");
      case Condition.Contains(Column _, String part) -> like(name, "%" + escaped(part) + "%");
    };
  }

  private static Sql like(SqlName name, String pattern) {
    return Sql.empty().name(name).words(" LIKE ").value(Value.of(pattern)).words(" ESCAPE '!'");
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** {@return the row of this primary key, held against others until the transaction ends} */
  static Sql held(Table table, Row row, Dialect dialect) {
    Sql sql = Sql.of("SELECT * FROM ").name(SqlName.of(table)).sql(byKey(table, row));
    return dialect == Dialect.SQLITE ? sql : sql.words(" FOR UPDATE");
  }

  static Sql byColumns(Table table, Row row, List<String> columns) {
    List<Sql> all = new ArrayList<>();
    for (String name : columns) {
      all.add(of(new Condition.Equal(column(table, name), row.value(name))));
    }
    return Sql.of("SELECT * FROM ").name(SqlName.of(table)).sql(where(all));
  }

  /** {@return a statement that puts a row in} */
  public static Sql insert(Table table, Row row) {
    Sql into = Sql.of("INSERT INTO ").name(SqlName.of(table));
    if (row.values().isEmpty()) {
      return into.words(" () VALUES ()", " DEFAULT VALUES");
    }
    List<SqlName> names = new ArrayList<>();
    List<Sql> values = new ArrayList<>();
    for (Map.Entry<String, Value> one : row.values().entrySet()) {
      names.add(SqlName.of(column(table, one.getKey())));
      values.add(Sql.empty().value(one.getValue()));
    }
    return into.words(" (")
        .names(names)
        .words(") VALUES (")
        .sql(Sql.joined(values, ", "))
        .words(")");
  }

  static Sql update(Table table, Row before, Row set) {
    List<Sql> values = new ArrayList<>();
    for (Map.Entry<String, Value> one : set.values().entrySet()) {
      values.add(
          Sql.empty()
              .name(SqlName.of(column(table, one.getKey())))
              .words(" = ")
              .value(one.getValue()));
    }
    return Sql.of("UPDATE ")
        .name(SqlName.of(table))
        .words(" SET ")
        .sql(Sql.joined(values, ", "))
        .sql(byKey(table, before));
  }

  static Sql delete(Table table, Row before) {
    return Sql.of("DELETE FROM ").name(SqlName.of(table)).sql(byKey(table, before));
  }

  private static Sql byKey(Table table, Row row) {
    List<Sql> all = new ArrayList<>();
    for (Column key : table.primaryKey()) {
      all.add(of(new Condition.Equal(key, row.value(key.name()))));
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("Table " + table.name() + " has no primary key");
    }
    return where(all);
  }

  private static Column column(Table table, String name) {
    return table
        .column(name)
        .orElseThrow(
            () -> new IllegalArgumentException("Table " + table.name() + " has no column " + name));
  }
}
