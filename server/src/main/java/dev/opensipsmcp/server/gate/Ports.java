package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbWrites;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.MiWrites;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.WritePorts;

/** What work can reach. An object that reads has no way to become one that writes. */
final class Ports {
  private Ports() {}

  /** For work that only reads. */
  static final class Reading implements ReadPorts {
    private final Invocation invocation;
    private final NodeReads mi;

    Reading(Invocation invocation, NodeReads mi) {
      this.invocation = invocation;
      this.mi = mi;
    }

    @Override
    public MiReads mi() {
      return mi;
    }

    @Override
    public DbResult<DbReads> db() {
      return invocation.rights().grants(Scope.DB_READ)
          ? mi.database().map(Database::reads)
          : new DbResult.Failure<>(
              new DbError(
                  DbError.Kind.NOT_PERMITTED,
                  "This call needs " + Scope.DB_READ.label() + ", which its role does not have.",
                  "Ask whoever runs this server for a role that has it."));
    }

    @Override
    public Rights rights() {
      return invocation.rights();
    }

    @Override
    public void progress(double done, double total, String message) {
      invocation.channel().progress(done, total, message);
    }

    @Override
    public boolean cancelled() {
      return invocation.channel().cancelled();
    }
  }

  /** For work that changes something and passed the gate for it. */
  static final class Writing implements WritePorts {
    private final Reading reading;
    private final MiWrites writes;
    private final DbResult<DbWrites> database;

    Writing(Reading reading, MiWrites writes, DbResult<DbWrites> database) {
      this.reading = reading;
      this.writes = writes;
      this.database = database;
    }

    @Override
    public DbResult<DbReads> db() {
      return reading.db();
    }

    @Override
    public DbResult<DbWrites> dbWrites() {
      return database;
    }

    @Override
    public MiWrites miWrites() {
      return writes;
    }

    @Override
    public MiReads mi() {
      return reading.mi();
    }

    @Override
    public Rights rights() {
      return reading.rights();
    }

    @Override
    public void progress(double done, double total, String message) {
      reading.progress(done, total, message);
    }

    /** Never: a change that began is not withdrawn, and the reads that prove it must be whole. */
    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public boolean withdrawn() {
      return reading.cancelled();
    }
  }
}
