package dev.opensipsmcp.server.toolset.reload;

import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Making changed tables active, for all modules. */
public final class ReloadToolset {
  private ReloadToolset() {}

  /**
   * {@return the toolset}
   *
   * @param table what each MI command asks of its caller
   */
  public static Toolset make(MiClassification table) {
    return new Toolset(
        "reload",
        "Changed database tables made active, for all modules in the right order",
        List.of(ReloadList.tool(table), ReloadTables.tool(table)));
  }
}
