package dev.opensipsmcp.cfg.migrate;

import java.util.List;
import java.util.OptionalInt;

/**
 * What changes in a table that the configuration's modules use.
 *
 * @param table its default name
 * @param before the number that the table of versions held for it; nothing when the table is new
 * @param after the number that it must hold; nothing when the table is no longer used
 * @param addedColumns the columns to add, where both schemas are known
 * @param removedColumns the columns that are no longer used, where both schemas are known
 */
public record DatabaseStep(
    String table,
    OptionalInt before,
    OptionalInt after,
    List<String> addedColumns,
    List<String> removedColumns) {
  public DatabaseStep {
    addedColumns = List.copyOf(addedColumns);
    removedColumns = List.copyOf(removedColumns);
  }
}
