package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.Backups.TableState;
import dev.opensipsmcp.db.backup.RestoreMode;
import dev.opensipsmcp.db.backup.RestorePlan;
import dev.opensipsmcp.db.backup.RestorePlan.TablePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a restoration's plan together. */
final class Plans {
  private Plans() {}

  /** Ends the work when a table can't take the backup's rows in this mode. */
  static void check(Map<String, Mapping> mappings, RestoreMode mode) {
    for (Mapping mapping : mappings.values()) {
      Optional<DbError> refusal = mapping.refusal();
      if (refusal.isPresent()) {
        throw new Ended(refusal.get());
      }
      if (mode != RestoreMode.EXACT && !mapping.matches()) {
        throw new Ended(
            new DbError(
                Kind.UNSUPPORTED,
                "Nothing tells which row of table "
                    + mapping.table()
                    + " is which: it has no key that the backup has too.",
                "Restore it in mode exact, or leave it out."));
      }
    }
  }

  static Map<String, Tally> tallies(Map<String, Mapping> mappings, RestoreMode mode) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    mappings.forEach((table, mapping) -> tallies.put(table, new Tally(mapping, mode)));
    return tallies;
  }

  static Map<String, Long> there(Map<String, TableState> states) {
    Map<String, Long> there = new LinkedHashMap<>();
    states.forEach((table, state) -> there.put(table, state.rows()));
    return there;
  }

  /** {@return how many rows of the backup are wanted} */
  static long rows(Backup backup, Map<String, Mapping> mappings) {
    return mappings.keySet().stream()
        .mapToLong(table -> backup.rows().getOrDefault(table, 0L))
        .sum();
  }

  static RestorePlan plan(
      Backup backup,
      RestoreMode mode,
      Map<String, Mapping> mappings,
      Map<String, TableState> states,
      Map<String, Tally> tallies,
      boolean secrets) {
    List<TablePlan> tables = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Mapping mapping : mappings.values()) {
      TableState state = states.get(mapping.table());
      Tally tally = tallies.get(mapping.table());
      if (state != null && tally != null) {
        TablePlan plan = tally.plan(state, secrets);
        tables.add(plan);
        warnings.addAll(mapping.misfits());
        warnings.addAll(warnings(mapping, plan));
      }
    }
    return new RestorePlan(backup, mode, tables, warnings);
  }

  private static List<String> warnings(Mapping mapping, TablePlan plan) {
    List<String> warnings = new ArrayList<>();
    String columns = String.join(", ", Dump.texts(mapping.secrets()));
    if (plan.withoutSecrets() > 0) {
      warnings.add(
          plan.withoutSecrets()
              + " added rows of "
              + plan.table()
              + " have no secrets ("
              + columns
              + "), since the backup has none; set them anew.");
    }
    if (mapping.requiresSecrets() && plan.skipped() > 0) {
      warnings.add(
          "Rows of "
              + plan.table()
              + " that are missing are not added; the table requires ("
              + columns
              + "), which the backup lacks.");
    }
    if (plan.secretsLost() > 0) {
      warnings.add(
          "The secrets of "
              + plan.secretsLost()
              + " rows of "
              + plan.table()
              + " are lost for good, since backups are made without them.");
    }
    return warnings;
  }
}
