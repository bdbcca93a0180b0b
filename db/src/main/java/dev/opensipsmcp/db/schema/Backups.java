package dev.opensipsmcp.db.schema;

import dev.opensipsmcp.db.DbResult;
import java.util.List;
import java.util.Optional;

/** Keeps rows before tables are changed. */
@FunctionalInterface
public interface Backups {

  /** Keeps nothing. */
  Backups NONE = (_, _) -> new DbResult.Success<>(Optional.empty());

  /**
   * Keeps the rows of tables.
   *
   * @param tables the tables that will change
   * @param reason why, for whoever looks for the backup later
   * @return a name to find it by; empty when none was made
   */
  DbResult<Optional<String>> before(List<String> tables, String reason);
}
