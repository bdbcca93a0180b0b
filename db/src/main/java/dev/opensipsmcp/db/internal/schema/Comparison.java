package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.db.schema.ActualColumn;
import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.db.schema.ActualTable;
import dev.opensipsmcp.db.schema.SchemaCheck;
import dev.opensipsmcp.db.schema.SchemaDifference;
import dev.opensipsmcp.db.schema.SchemaDifference.Kind;
import dev.opensipsmcp.db.schema.Shape;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.TableIndex;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a database against the facts of one version. */
final class Comparison {
  private final ActualSchema actual;
  private final List<SchemaDifference> found = new ArrayList<>();

  private Comparison(ActualSchema actual) {
    this.actual = actual;
  }

  static SchemaCheck of(ActualSchema actual, Version version) {
    Comparison comparison = new Comparison(actual);
    int there = 0;
    List<Table> tables = Facts.of(version).tables();
    for (Table table : tables) {
      Optional<ActualTable> has = actual.table(table.name());
      if (has.isPresent()) {
        there++;
        comparison.table(table, has.get());
      } else {
        comparison.add(Kind.TABLE_MISSING, table.name(), "", "table", "");
      }
    }
    for (String name : actual.tables().keySet()) {
      if (Facts.of(version).table(name).isEmpty()) {
        comparison.add(
            AllVersions.knows(name) ? Kind.TABLE_OF_OTHER_VERSION : Kind.TABLE_CUSTOM,
            name,
            "",
            "",
            "table");
      }
    }
    return new SchemaCheck(version, there, tables.size(), comparison.found);
  }

  private void table(Table table, ActualTable has) {
    if (has.view()) {
      add(Kind.VIEW, table.name(), "", "table", "view");
    }
    Optional<Integer> number = actual.version(table.name());
    if (!Wanted.ofVersions(table) && !number.equals(Optional.of(table.version()))) {
      String wanted = Integer.toString(table.version());
      add(Kind.VERSION, table.name(), "", wanted, number.map(String::valueOf).orElse(""));
    }
    for (Column column : table.columns()) {
      has.column(column.name())
          .ifPresentOrElse(
              it -> column(table, column, it),
              () -> add(Kind.COLUMN_MISSING, table.name(), column.name(), type(table, column), ""));
    }
    for (ActualColumn column : has.columns()) {
      if (table.columns().stream().noneMatch(it -> it.name().equalsIgnoreCase(column.name()))) {
        boolean other = AllVersions.knows(table.name(), column.name());
        add(
            other ? Kind.COLUMN_OF_OTHER_VERSION : Kind.COLUMN_CUSTOM,
            table.name(),
            column.name(),
            "",
            column.type());
      }
    }
    if (!has.view()) {
      table.indexes().forEach(index -> index(table, index, has));
    }
  }

  private void column(Table table, Column column, ActualColumn has) {
    Shape wanted = Shapes.of(type(table, column), actual.dialect());
    if (!wanted.equals(has.shape())) {
      Kind kind =
          has.shape().holds(wanted)
              ? Kind.ROOMIER
              : has.shape().kind() == wanted.kind() ? Kind.TOO_SHORT : Kind.TYPE;
      add(kind, table.name(), column.name(), type(table, column), has.type());
    }
    if (column.primary()) {
      if (column.autoIncrement() && !has.numbered()) {
        add(Kind.NOT_NUMBERED, table.name(), column.name(), "numbered", "");
      }
      return;
    }
    if (column.nullable() && !has.nullable()) {
      Kind kind = has.defaultValue().isPresent() ? Kind.NOT_NULL : Kind.VALUE_REQUIRED;
      add(kind, table.name(), column.name(), "NULL", "NOT NULL");
    } else if (!column.nullable() && has.nullable()) {
      add(Kind.NULLABLE, table.name(), column.name(), "NOT NULL", "NULL");
    }
    if (!Defaults.same(column.defaultValue(), has.defaultValue())) {
      add(
          Kind.DEFAULT,
          table.name(),
          column.name(),
          shown(column.defaultValue()),
          shown(has.defaultValue()));
    }
  }

  private void index(Table table, TableIndex index, ActualTable has) {
    if (has.indexes().stream().noneMatch(it -> it.serves(index.columns(), index.unique()))) {
      add(
          Kind.INDEX_MISSING,
          table.name(),
          SqlName.of(table, index, actual.dialect()).text(),
          (index.unique() ? "unique on " : "on ") + String.join(", ", index.columns()),
          "");
    }
  }

  private String type(Table table, Column column) {
    return ColumnDdl.type(table, column, actual.dialect()).text(actual.dialect());
  }

  private static String shown(Optional<String> value) {
    return value.map(it -> "'" + it + "'").orElse("none");
  }

  private void add(Kind kind, String table, String part, String wanted, String has) {
    found.add(new SchemaDifference(kind, table, part, wanted, has));
  }
}
