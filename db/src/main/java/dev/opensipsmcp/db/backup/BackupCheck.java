package dev.opensipsmcp.db.backup;

import java.util.List;

/**
 * What a look at a backup found.
 *
 * @param backup the backup, whose checksum is right
 * @param misfits why it would not fit this database as it is; empty when it does
 */
public record BackupCheck(Backup backup, List<String> misfits) {
  public BackupCheck {
    misfits = List.copyOf(misfits);
  }
}
