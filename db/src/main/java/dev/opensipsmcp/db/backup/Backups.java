package dev.opensipsmcp.db.backup;

import dev.opensipsmcp.db.DbResult;
import java.util.List;
import java.util.Map;

/**
 * The backups of a database's tables: making them, and looking at them. Nothing here changes a row.
 * A backup lies in the one directory that the settings name; a name with anything of a path in it
 * is refused.
 */
public interface Backups {

  /** Makes a backup. It has its name only once it is whole and on the disk. */
  DbResult<Backup> create(BackupOrder order, Watcher watcher);

  /**
   * Makes a backup before something is changed.
   *
   * @param reason what is about to happen, a word or a few
   * @param tables the tables that it touches; those that are not there are passed over
   */
  default DbResult<Backup> before(String reason, List<String> tables) {
    return before(reason, tables, Watcher.NONE);
  }

  /** Makes a backup before something is changed, and can be followed. */
  DbResult<Backup> before(String reason, List<String> tables, Watcher watcher);

  /** {@return a name that is free for the backup that a restoration makes first} */
  String nameBefore();

  /** {@return the tables that the words of an order mean, with how many rows each has} */
  DbResult<Map<String, Long>> tables(List<String> words);

  /** {@return every file of the directory that is named like a backup, newest first} */
  DbResult<List<BackupListing>> list();

  /** Reads a backup to its end, and holds it against this database. */
  DbResult<BackupCheck> check(String name, Watcher watcher);

  /** Finds out what a restoration would do, by reading only. */
  DbResult<RestorePlan> plan(RestoreOrder order, Watcher watcher);

  /** Reads how the tables of a backup are now: rows and digests, no more. */
  DbResult<List<TableState>> states(String backup, List<String> tables, Watcher watcher);

  /**
   * How a table is.
   *
   * @param table its name
   * @param rows how many rows it has
   * @param digest a digest of them, without secrets
   */
  record TableState(String table, long rows, String digest) {}

  /** Takes backups away for good; those that are not there are passed over. */
  DbResult<List<String>> delete(List<String> names);
}
