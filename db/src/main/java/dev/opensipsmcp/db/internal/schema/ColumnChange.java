package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import java.util.ArrayList;
import java.util.List;

/** The statements that add, change or drop one column where the database can. */
final class ColumnChange {
  private ColumnChange() {}

  /** Rows that are there get the default; where there is none, nothing or zero, as MariaDB does. */
  static List<Sql> add(Table table, Column column, Dialect dialect) {
    Sql add = alter(table).words("ADD COLUMN ");
    Sql definition = ColumnDdl.definition(table, column, dialect);
    boolean needsValue = !column.nullable() && column.defaultValue().isEmpty() && !column.primary();
    return switch (dialect) {
      case MARIADB -> List.of(add.sql(definition).sql(place(table, column)));
      case POSTGRESQL ->
          needsValue
              ? List.of(
                  add.sql(definition).words(" DEFAULT ").sql(zero(column)),
                  of(table, column).words(" DROP DEFAULT"))
              : List.of(add.sql(definition));
      case SQLITE -> List.of(add.sql(definition));
    };
  }

  /** {@return whether SQLite can add the column to a table that has rows} */
  static boolean addable(Column column) {
    return !column.primary() && (column.nullable() || column.defaultValue().isPresent());
  }

  private static Sql place(Table table, Column column) {
    int at = table.columns().indexOf(column);
    return at == 0
        ? Sql.of(" FIRST")
        : Sql.of(" AFTER ").name(SqlName.of(table.columns().get(at - 1)));
  }

  static Sql drop(Table table, Column column) {
    return alter(table).words("DROP COLUMN ").name(SqlName.of(column));
  }

  /**
   * {@return the statements that make a column as the facts have it; never asked of SQLite}
   *
   * @param type whether its type changes
   */
  static List<Sql> change(Table table, Column column, boolean type, Dialect dialect) {
    List<Sql> all = new ArrayList<>();
    if (!column.nullable()) {
      all.add(fill(table, column));
    }
    if (dialect == Dialect.MARIADB) {
      Sql definition = ColumnDdl.definition(table, column, dialect);
      all.add(alter(table).words("MODIFY COLUMN ").sql(keyless(column, definition, table)));
      return all;
    }
    if (type) {
      Sql to = ColumnDdl.postgresql(column);
      all.add(of(table, column).words(" DROP DEFAULT"));
      all.add(
          of(table, column)
              .words(" TYPE ")
              .sql(to)
              .words(" USING ")
              .name(SqlName.of(column))
              .words("::")
              .sql(to));
    }
    if (!column.primary()) {
      all.add(
          column.defaultValue().isPresent()
              ? of(table, column).words(" SET DEFAULT ").fallback(column)
              : of(table, column).words(" DROP DEFAULT"));
      all.add(of(table, column).words(column.nullable() ? " DROP NOT NULL" : " SET NOT NULL"));
    }
    return all;
  }

  /** A primary key is one already; naming it again would be refused. */
  private static Sql keyless(Column column, Sql definition, Table table) {
    if (!column.primary()) {
      return definition;
    }
    Sql sql =
        Sql.empty()
            .name(SqlName.of(column))
            .words(" ")
            .sql(ColumnDdl.type(table, column, Dialect.MARIADB))
            .words(" NOT NULL");
    return column.autoIncrement() ? sql.words(" AUTO_INCREMENT") : sql;
  }

  private static Sql fill(Table table, Column column) {
    return Sql.of("UPDATE ")
        .name(SqlName.of(table))
        .words(" SET ")
        .name(SqlName.of(column))
        .words(" = ")
        .sql(value(column))
        .words(" WHERE ")
        .name(SqlName.of(column))
        .words(" IS NULL");
  }

  /** {@return what a row gets that has nothing where something must be} */
  static Sql value(Column column) {
    return column.defaultValue().isPresent() ? Sql.empty().fallback(column) : zero(column);
  }

  private static Sql zero(Column column) {
    return switch (column.type()) {
      case STRING, TEXT, BINARY -> Sql.of("''");
      case DATETIME -> Sql.of("'1970-01-01 00:00:00'");
      case CHAR, SHORT, UNSIGNED_SHORT, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG, FLOAT, DOUBLE ->
          Sql.of("0");
    };
  }

  private static Sql alter(Table table) {
    return Sql.of("ALTER TABLE ").name(SqlName.of(table)).words(" ");
  }

  private static Sql of(Table table, Column column) {
    return alter(table).words("ALTER COLUMN ").name(SqlName.of(column));
  }
}
