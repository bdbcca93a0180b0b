package dev.opensipsmcp.server.tool;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;

/** What work that only reads may reach. */
public interface ReadPorts {
  /** What asking for a database comes to where there is none. */
  DbError NO_DATABASE =
      new DbError(
          DbError.Kind.NOT_CONFIGURED,
          "No database is configured for this node.",
          "Ask whoever runs this server to set OPENSIPS_MCP_DB_URL, or database in its file.");

  /** {@return the node that the call is about} */
  MiReads mi();

  /**
   * {@return the database that the node's tables are in, for reading; an error when none is
   * configured for it}
   */
  default DbResult<DbReads> db() {
    return new DbResult.Failure<>(NO_DATABASE);
  }

  /** {@return who calls, with the rights in force} */
  Rights rights();

  /** Tells the caller how far the work is; {@code total} is negative when unknown. */
  void progress(double done, double total, String message);

  /**
   * {@return whether the caller withdrew the call} Work may then stop where it is: nobody gets what
   * it made. Never so once a change began.
   */
  boolean cancelled();
}
