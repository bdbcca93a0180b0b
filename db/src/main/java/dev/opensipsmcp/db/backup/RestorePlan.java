package dev.opensipsmcp.db.backup;

import java.util.List;

/**
 * What a restoration would do, or did.
 *
 * @param backup the backup
 * @param mode what becomes of rows that are there
 * @param tables each table's part
 * @param warnings what a person should know first
 */
public record RestorePlan(
    Backup backup, RestoreMode mode, List<TablePlan> tables, List<String> warnings) {
  public RestorePlan {
    tables = List.copyOf(tables);
    warnings = List.copyOf(warnings);
  }

  /**
   * One table's part.
   *
   * @param table its name
   * @param there how many rows it has
   * @param state a digest of them, without secrets: the plan holds for no other state
   * @param added rows of the backup that are missing
   * @param replaced rows that become what they are in the backup
   * @param kept rows that are as in the backup already
   * @param skipped rows of the backup that are left out: they are there but different and the mode
   *     keeps them, or they would lack a secret that the table requires
   * @param deleted rows that the backup does not have
   * @param renumbered those of the added rows that get another number, since theirs is taken
   * @param withoutSecrets those of the added rows that get no secret where they had one
   * @param secretsLost those of the deleted or replaced rows whose secrets a backup can't bring
   *     back
   */
  public record TablePlan(
      String table,
      long there,
      String state,
      long added,
      long replaced,
      long kept,
      long skipped,
      long deleted,
      long renumbered,
      long withoutSecrets,
      long secretsLost) {}
}
