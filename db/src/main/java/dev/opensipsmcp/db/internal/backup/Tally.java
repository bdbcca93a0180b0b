package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.backup.Backups.TableState;
import dev.opensipsmcp.db.backup.RestoreMode;
import dev.opensipsmcp.db.backup.RestorePlan.TablePlan;

/** Counts what a restoration does, or would do, to one table. Used by one thread. */
final class Tally {
  private final Mapping mapping;
  private final RestoreMode mode;
  private long added;
  private long replaced;
  private long kept;
  private long skipped;
  private long renumbered;
  private long withoutSecrets;
  private long partners;

  Tally(Mapping mapping, RestoreMode mode) {
    this.mapping = mapping;
    this.mode = mode;
  }

  /** What becomes of a row of the backup. */
  enum Fate {
    ADD,
    /** Added under a number that the database gives. */
    ADD_RENUMBERED,
    REPLACE,
    NOTHING
  }

  /** {@return what becomes of the row, and counts it} */
  Fate fate(Match match) {
    return switch (match.kind()) {
      case SAME -> {
        kept++;
        partners++;
        yield Fate.NOTHING;
      }
      case DIFFERENT -> {
        partners++;
        if (mode == RestoreMode.ADD) {
          skipped++;
          yield Fate.NOTHING;
        }
        replaced++;
        yield Fate.REPLACE;
      }
      case MISSING, NUMBER_TAKEN -> missing(match.kind() == Match.Kind.NUMBER_TAKEN);
    };
  }

  private Fate missing(boolean taken) {
    if (mapping.requiresSecrets()) {
      skipped++;
      return Fate.NOTHING;
    }
    added++;
    if (mapping.keepsSecrets()) {
      withoutSecrets++;
    }
    // Where all rows are deleted first, no number stays taken.
    if (taken && (mode != RestoreMode.EXACT || Clearing.selective(mapping))) {
      renumbered++;
      return Fate.ADD_RENUMBERED;
    }
    return Fate.ADD;
  }

  /**
   * {@return the table's part}
   *
   * @param before how the table was
   * @param secrets whether a backup of what was there has its secrets
   */
  TablePlan plan(TableState before, boolean secrets) {
    long deleted = mode == RestoreMode.EXACT ? Math.max(0, before.rows() - partners) : 0;
    boolean hides = mapping.live().columns().stream().anyMatch(mapping.live()::hides);
    long overwritten = mapping.keepsSecrets() ? 0 : replaced;
    return new TablePlan(
        mapping.table(),
        before.rows(),
        before.digest(),
        added,
        replaced,
        kept,
        skipped,
        deleted,
        renumbered,
        withoutSecrets,
        hides && !secrets ? deleted + overwritten : 0);
  }
}
