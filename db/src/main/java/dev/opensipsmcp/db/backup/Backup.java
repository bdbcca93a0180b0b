package dev.opensipsmcp.db.backup;

import java.util.Map;

/**
 * A backup that is whole.
 *
 * @param name its name in the directory of backups
 * @param bytes how large its file is
 * @param head what it says of itself
 * @param rows how many rows of each table are in it, in the order of the tables
 * @param sha256 the checksum, hexadecimal
 */
public record Backup(
    String name, long bytes, BackupHead head, Map<String, Long> rows, String sha256) {

  /** {@return how many rows are in it} */
  public long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
