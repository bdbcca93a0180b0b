package dev.opensipsmcp.server.toolset.database;

import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.query.DbQuery;
import java.util.List;

/** Makes the toolset {@code database}. */
public final class DatabaseToolset {
  static final String NAME = "database";

  private DatabaseToolset() {}

  /** {@return the tools on the tables themselves} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "OpenSIPS's database: schema checked, created, brought to another version.",
        List.of(
            DbQuery.tool(),
            SchemaCheckTool.tool(),
            SchemaCreate.tool(),
            SchemaUpdate.tool(),
            TableList.tool()));
  }
}
