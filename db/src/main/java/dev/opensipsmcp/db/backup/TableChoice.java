package dev.opensipsmcp.db.backup;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.Set;
import java.util.TreeSet;

/** Which tables words mean: a table's own name, a group's, or all that people fill. */
public final class TableChoice {
  /** The word for all tables that people fill, and not a running node. */
  public static final String PROVISIONING = "provisioning";

  /** Tables that a running node fills: calls, registrations, subscriptions, records, traces. */
  private static final Set<String> RUNTIME =
      Set.of(
          "acc",
          "active_watchers",
          "b2b_entities",
          "b2b_logic",
          "b2b_sca",
          "cachedb",
          "cc_calls",
          "cc_cdrs",
          "cdrs",
          "dialog",
          "emergency_report",
          "location",
          "missed_calls",
          "presentity",
          "pua",
          "rls_presentity",
          "rls_watchers",
          "silo",
          "sip_trace",
          "version");

  private TableChoice() {}

  /** {@return the tables that a running node fills} */
  public static Set<String> runtime() {
    return RUNTIME;
  }

  /** {@return the names of OpenSIPS's tables that a word means, of whatever version; maybe none} */
  public static Set<String> of(String word) {
    Set<String> names = new TreeSet<>();
    for (Version version : Version.values()) {
      for (Table table : Facts.of(version).tables()) {
        boolean provisioned = word.equals(PROVISIONING) && !RUNTIME.contains(table.name());
        if (provisioned || table.groups().contains(word) || table.name().equals(word)) {
          names.add(table.name());
        }
      }
    }
    return names;
  }
}
