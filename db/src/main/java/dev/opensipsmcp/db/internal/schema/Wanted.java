package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.db.schema.Target;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tables a database is to have and has not. */
final class Wanted {
  /** The set with table {@code version}, without which no module finds its own table right. */
  private static final String STANDARD = "standard";

  private Wanted() {}

  /** {@return whether it is the table that tells the others' versions, and has none of its own} */
  static boolean ofVersions(Table table) {
    return table.name().equals("version");
  }

  /** {@return the missing tables, table {@code version} first} */
  static List<Table> missing(ActualSchema actual, Target target) {
    List<Table> all = Facts.of(target.version()).tables();
    Set<String> groups = groups(actual, target);
    List<Table> missing = new ArrayList<>();
    for (Table table : all) {
      boolean wanted =
          ofVersions(table) || groups.isEmpty() || !Collections.disjoint(table.groups(), groups);
      if (wanted && actual.table(table.name()).isEmpty()) {
        missing.add(table);
      }
    }
    missing.sort((a, b) -> Boolean.compare(!ofVersions(a), !ofVersions(b)));
    return missing;
  }

  /** None means all of them. */
  private static Set<String> groups(ActualSchema actual, Target target) {
    if (!target.groups().isEmpty() || complete(actual)) {
      return Set.copyOf(target.groups());
    }
    Set<String> groups = new HashSet<>(Set.of(STANDARD));
    for (Table table : Facts.of(target.version()).tables()) {
      if (!ofVersions(table) && actual.table(table.name()).isPresent()) {
        groups.addAll(table.groups());
      }
    }
    return groups;
  }

  /** Whether the database has every table of the version that it is now for. */
  private static boolean complete(ActualSchema actual) {
    Optional<Version> now = AllVersions.fit(actual).best();
    return now.isPresent()
        && Facts.of(now.get()).tables().stream()
            .allMatch(it -> actual.table(it.name()).isPresent());
  }
}
