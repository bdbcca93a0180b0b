package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;

/** A database and no node. */
record DatabasePorts(TestDatabase base) implements ReadPorts {
  @Override
  public DbResult<DbReads> db() {
    return new DbResult.Success<>(base.database().reads());
  }

  @Override
  public MiReads mi() {
    throw new AssertionError("With a database the node is not asked");
  }

  @Override
  public Rights rights() {
    return Role.OPERATOR.rights("tester", false);
  }

  @Override
  public void progress(double done, double total, String message) {}

  @Override
  public boolean cancelled() {
    return false;
  }
}
