package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.db.schema.Fit;
import dev.opensipsmcp.db.schema.SchemaCheck;
import dev.opensipsmcp.db.schema.SchemaDifference.Kind;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What any version of OpenSIPS has, and which of them a database is most like. */
final class AllVersions {
  /** A fault weighs more than any number of tables and columns that another version has. */
  private static final long FAULT = 1000;

  private static final Map<String, Set<String>> COLUMNS = columns();

  private AllVersions() {}

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> all = new HashMap<>();
    for (Version version : Version.values()) {
      for (Table table : Facts.of(version).tables()) {
        Set<String> names = all.computeIfAbsent(table.name(), _ -> new HashSet<>());
        for (Column column : table.columns()) {
          names.add(column.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    return all;
  }

  static boolean knows(String table) {
    return COLUMNS.containsKey(table);
  }

  static boolean knows(String table, String column) {
    return COLUMNS.getOrDefault(table, Set.of()).contains(column.toLowerCase(Locale.ROOT));
  }

  /** {@return the table as the newest version knows it that has this column} */
  static Optional<Table> tableWith(String table, String column) {
    return List.of(Version.values()).reversed().stream()
        .flatMap(version -> Facts.of(version).table(table).stream())
        .filter(it -> it.columns().stream().anyMatch(one -> one.name().equalsIgnoreCase(column)))
        .findFirst();
  }

  static Fit fit(ActualSchema actual) {
    List<Version> fitting = new ArrayList<>();
    Optional<Version> best = Optional.empty();
    long least = Long.MAX_VALUE;
    for (Version version : Version.values()) {
      SchemaCheck check = Comparison.of(actual, version);
      if (check.fits()) {
        fitting.add(version);
      }
      long weight = weight(check);
      if (check.tables() > 0 && weight <= least) {
        least = weight;
        best = Optional.of(version);
      }
    }
    return new Fit(best, fitting, actual.server());
  }

  private static long weight(SchemaCheck check) {
    long foreign =
        check.differences().stream()
            .filter(it ->
                it.kind() == Kind.TABLE_OF_OTHER_VERSION
                    || it.kind() == Kind.COLUMN_OF_OTHER_VERSION
                    || it.kind() == Kind.NOT_NULL
                    || it.kind() == Kind.NULLABLE
                    || it.kind() == Kind.DEFAULT)
            .count();
    return check.faults() * FAULT + foreign;
  }
}
