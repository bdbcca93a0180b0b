package dev.opensipsmcp.db.schema;

import dev.opensipsmcp.facts.Version;
import java.util.List;

/**
 * What a database is to become.
 *
 * @param version for nodes of this version
 * @param groups the sets of tables to make where they are missing; when empty, those of which the
 *     database has a table, and all when it has all tables of the version that it is now for
 * @param dropOld whether columns go that only other versions have, with what is in them
 */
public record Target(Version version, List<String> groups, boolean dropOld) {
  public Target {
    groups = List.copyOf(groups);
  }

  /** {@return a version, with the sets of tables that are there already, and all columns kept} */
  public static Target of(Version version) {
    return new Target(version, List.of(), false);
  }
}
