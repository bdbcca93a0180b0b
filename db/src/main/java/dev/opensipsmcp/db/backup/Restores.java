package dev.opensipsmcp.db.backup;

import dev.opensipsmcp.db.DbResult;

/** Brings backups back. */
public interface Restores {

  /**
   * Makes a backup of the tables as they are, then brings the other one back: all of it, or
   * nothing. Refused when a table is no longer what the plan showed. While it runs, nobody else
   * changes the tables.
   *
   * @param order what to restore
   * @param shown the plan that is to be carried out
   * @param before the name for the backup of what is there, of {@link Backups#nameBefore}
   * @param watcher follows it; may end it until it is made final
   */
  DbResult<Restored> restore(RestoreOrder order, RestorePlan shown, String before, Watcher watcher);
}
