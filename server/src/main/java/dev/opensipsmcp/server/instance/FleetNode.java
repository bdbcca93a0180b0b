package dev.opensipsmcp.server.instance;

import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.ReadPorts;
import java.util.List;
import java.util.Optional;

/** A node as a tool over all of them sees it: to read, never to change. */
public interface FleetNode {

  /** {@return how callers name it} */
  String name();

  /** {@return the id of the cluster that it is configured to belong to} */
  Optional<Integer> cluster();

  /** {@return words by which calls choose it together with others} */
  List<String> tags();

  /** {@return the role that no caller exceeds on it} */
  Optional<Role> cap();

  /** {@return what asks it} */
  MiReads mi();

  /**
   * {@return the database that its tables are in, to read; an error when none is configured for it}
   * For callers who may read databases.
   */
  default DbResult<DbReads> database() {
    return new DbResult.Failure<>(ReadPorts.NO_DATABASE);
  }

  /** {@return how it answered its last calls; asks nothing} */
  MiHealth health();
}
