package dev.opensipsmcp.db.backup;

import java.util.List;

/**
 * What to back up.
 *
 * @param tables names of tables, of OpenSIPS's groups of tables, or {@link
 *     TableChoice#PROVISIONING}
 * @param label a word for the file's name; perhaps empty
 * @param reason why, one line; perhaps empty
 * @param compressed whether the file is compressed
 */
public record BackupOrder(List<String> tables, String label, String reason, boolean compressed) {
  public BackupOrder {
    tables = List.copyOf(tables);
  }
}
