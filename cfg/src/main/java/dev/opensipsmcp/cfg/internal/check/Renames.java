package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.facts.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that went, and what a version has in their place. */
final class Renames {
  private record Key(String kind, String name) {}

  private record Successor(String name, Version since) {}

  private static final Map<Key, Successor> ALL = read();

  private Renames() {}

  /**
   * {@return what a version has in the place of a name}
   *
   * @param kind {@code m} module, {@code f} function, {@code p} parameter, {@code g} global one
   * @param name the old name
   */
  static Optional<String> of(String kind, String name, Version version) {
    return Optional.ofNullable(ALL.get(new Key(kind, name)))
        .filter(it -> it.since().compareTo(version) <= 0)
        .map(Successor::name);
  }

  private static Map<Key, Successor> read() {
    Map<Key, Successor> all = new HashMap<>();
    for (List<String> row : Table.rows("renames")) {
      all.put(
          new Key(row.get(0), row.get(1)), new Successor(row.get(2), Table.version(row.get(3))));
    }
    return Map.copyOf(all);
  }
}
