package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.db.schema.ActualTable;
import dev.opensipsmcp.db.schema.SchemaDifference;
import dev.opensipsmcp.db.schema.SchemaDifference.Kind;
import dev.opensipsmcp.db.schema.Target;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.TableIndex;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the steps from what a database has to what a version's facts have. */
final class Migration {
  private final Session session;
  private final ActualSchema actual;
  private final Target target;
  private final Dialect dialect;
  private final List<SqlStep> steps = new ArrayList<>();
  private final List<SchemaDifference> left = new ArrayList<>();

  /**
   * What was found.
   *
   * @param steps in order
   * @param left what OpenSIPS would trip over and no step is about
   */
  record Found(List<SqlStep> steps, List<SchemaDifference> left) {}

  private Migration(Session session, ActualSchema actual, Target target) {
    this.session = session;
    this.actual = actual;
    this.target = target;
    this.dialect = session.dialect();
  }

  static Found of(Session session, ActualSchema actual, Target target) throws SQLException {
    Migration migration = new Migration(session, actual, target);
    migration.all();
    return new Found(List.copyOf(migration.steps), List.copyOf(migration.left));
  }

  private void all() throws SQLException {
    Map<String, List<SchemaDifference>> byTable = new LinkedHashMap<>();
    for (SchemaDifference one : Comparison.of(actual, target.version()).differences()) {
      byTable.computeIfAbsent(one.table(), _ -> new ArrayList<>()).add(one);
    }
    Facts facts = Facts.of(target.version());
    for (Table table : Wanted.missing(actual, target)) {
      steps.add(create(table, dialect));
    }
    for (Map.Entry<String, List<SchemaDifference>> one : byTable.entrySet()) {
      Optional<Table> table = facts.table(one.getKey());
      Optional<ActualTable> has = actual.table(one.getKey());
      if (table.isPresent() && has.isPresent()) {
        if (has.get().view()) {
          left.addAll(one.getValue());
        } else {
          change(table.get(), has.get(), one.getValue());
        }
      }
    }
  }

  static SqlStep create(Table table, Dialect dialect) {
    return new SqlStep(
        table.name(),
        "create table " + table.name(),
        TableDdl.all(table, dialect),
        true,
        false,
        dialect);
  }

  private void change(Table table, ActualTable has, List<SchemaDifference> differences)
      throws SQLException {
    boolean copied = dialect == Dialect.SQLITE && differences.stream().anyMatch(this::copies);
    if (copied) {
      rebuild(table, has, differences);
    } else {
      columns(table, differences);
    }
    for (SchemaDifference one : differences) {
      if (one.kind() == Kind.NOT_NUMBERED && !copied) {
        left.add(one);
      }
      if (one.kind() == Kind.VERSION) {
        add(
            table,
            "set the version of table " + table.name() + " to " + table.version(),
            false,
            TableDdl.version(table));
      }
    }
  }

  private void columns(Table table, List<SchemaDifference> differences) {
    Map<String, List<SchemaDifference>> changed = new LinkedHashMap<>();
    for (SchemaDifference one : differences) {
      switch (one.kind()) {
        case COLUMN_MISSING -> {
          Column column = table.column(one.part()).orElseThrow();
          add(table, "add column " + at(one), false, ColumnChange.add(table, column, dialect));
        }
        case TYPE, TOO_SHORT, VALUE_REQUIRED, NOT_NULL, NULLABLE, DEFAULT ->
            changed.computeIfAbsent(one.part(), _ -> new ArrayList<>()).add(one);
        case COLUMN_OF_OTHER_VERSION, INDEX_MISSING -> {}
        case TABLE_MISSING,
            TABLE_OF_OTHER_VERSION,
            TABLE_CUSTOM,
            VIEW,
            VERSION,
            COLUMN_CUSTOM,
            ROOMIER,
            NOT_NUMBERED -> {}
      }
    }
    changed.forEach((name, all) -> {
      Column column = table.column(name).orElseThrow();
      boolean type = all.stream().anyMatch(it -> typed(it.kind()));
      add(
          table,
          "change column " + at(all.getFirst()),
          all.stream().anyMatch(Migration::narrows),
          ColumnChange.change(table, column, type, dialect));
    });
    for (SchemaDifference one : differences) {
      if (one.kind() == Kind.COLUMN_OF_OTHER_VERSION && target.dropOld()) {
        Column column = old(one);
        add(table, "drop column " + at(one), true, List.of(ColumnChange.drop(table, column)));
      }
    }
    for (TableIndex index : table.indexes()) {
      String name = SqlName.of(table, index, dialect).text();
      if (differences.stream()
          .anyMatch(it -> it.kind() == Kind.INDEX_MISSING && it.part().equals(name))) {
        add(
            table,
            "create index " + name + " on " + table.name(),
            false,
            List.of(TableDdl.index(table, index, dialect)));
      }
    }
  }

  private void rebuild(Table table, ActualTable has, List<SchemaDifference> differences)
      throws SQLException {
    Set<String> dropped = new TreeSet<>();
    for (SchemaDifference one : differences) {
      if (one.kind() == Kind.COLUMN_OF_OTHER_VERSION && target.dropOld()) {
        dropped.add(one.part().toLowerCase(Locale.ROOT));
      }
    }
    Carried carried = Carried.of(session, table, dropped);
    if (!carried.plain() || has.triggers()) {
      differences.stream().filter(it -> it.kind() != Kind.VERSION).forEach(left::add);
      return;
    }
    String what = "copy table " + table.name() + " into one with other columns";
    add(
        table,
        dropped.isEmpty() ? what : what + ", without " + String.join(", ", dropped),
        !dropped.isEmpty() || differences.stream().anyMatch(Migration::narrows),
        Rebuild.of(table, has, carried));
  }

  /** Whether SQLite needs a new table for it. */
  private boolean copies(SchemaDifference one) {
    return switch (one.kind()) {
      case TYPE, TOO_SHORT, VALUE_REQUIRED, NOT_NULL, NULLABLE, DEFAULT -> true;
      case COLUMN_MISSING ->
          Facts.of(target.version())
              .table(one.table())
              .flatMap(it -> it.column(one.part()))
              .filter(ColumnChange::addable)
              .isEmpty();
      case COLUMN_OF_OTHER_VERSION -> target.dropOld();
      case NOT_NUMBERED -> true;
      case TABLE_MISSING,
          TABLE_OF_OTHER_VERSION,
          TABLE_CUSTOM,
          VIEW,
          VERSION,
          COLUMN_CUSTOM,
          ROOMIER,
          INDEX_MISSING ->
          false;
    };
  }

  private static boolean typed(Kind kind) {
    return kind == Kind.TYPE || kind == Kind.TOO_SHORT;
  }

  /** Whether a value may no longer fit; a number always fits into a text that is long enough. */
  private static boolean narrows(SchemaDifference one) {
    return one.kind() == Kind.TYPE && !one.wanted().toUpperCase(Locale.ROOT).contains("CHAR");
  }

  private static Column old(SchemaDifference one) {
    return AllVersions.tableWith(one.table(), one.part()).stream()
        .flatMap(it -> it.columns().stream())
        .filter(it -> it.name().equalsIgnoreCase(one.part()))
        .findFirst()
        .orElseThrow();
  }

  private static String at(SchemaDifference one) {
    return one.table() + "." + one.part();
  }

  private void add(Table table, String what, boolean loses, List<Sql> statements) {
    steps.add(new SqlStep(table.name(), what, statements, false, loses, dialect));
  }
}
