package dev.opensipsmcp.db.backup;

import java.util.List;

/**
 * What to restore.
 *
 * @param backup the backup's name
 * @param tables which of its tables; all when empty
 * @param mode what becomes of rows that are there
 */
public record RestoreOrder(String backup, List<String> tables, RestoreMode mode) {
  public RestoreOrder {
    tables = List.copyOf(tables);
  }
}
