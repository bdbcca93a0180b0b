package dev.opensipsmcp.server.tool;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbWrites;

/** What work that changes something may reach. */
public interface WritePorts extends ReadPorts {

  /** {@return the node that the call is about, for changes} */
  MiWrites miWrites();

  /**
   * {@return the database that the node's tables are in, for changes; an error when none is
   * configured for it, or when the call did not pass the gate for it}
   */
  default DbResult<DbWrites> dbWrites() {
    return new DbResult.Failure<>(NO_DATABASE);
  }

  /**
   * {@return whether the caller withdrew the call} What was begun must still be brought to a known
   * end, but nobody waits for a longer look at it.
   */
  default boolean withdrawn() {
    return false;
  }
}
