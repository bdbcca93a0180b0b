package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which OpenSIPS version tables are made for, by their columns. */
final class Fitting {
  private Fitting() {}

  /** {@return the newest of the versions that most tables are exactly as in, if any is} */
  static Optional<String> version(List<LiveTable> tables) {
    Optional<String> best = Optional.empty();
    long most = 0;
    for (Version version : Version.values()) {
      Facts facts = Facts.of(version);
      long same = tables.stream().filter(table -> same(facts, table)).count();
      if (same > 0 && same >= most) {
        most = same;
        best = Optional.of(version.label());
      }
    }
    return best;
  }

  private static boolean same(Facts facts, LiveTable live) {
    Optional<Table> table = facts.table(live.name().text());
    Set<String> names =
        live.columns().stream().map(one -> small(one.name().text())).collect(Collectors.toSet());
    return table.isPresent()
        && table.get().columns().stream()
            .map(column -> small(column.name()))
            .collect(Collectors.toSet())
            .equals(names);
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
