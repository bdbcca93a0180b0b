package dev.opensipsmcp.server.toolset.mi;

import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code mi}. */
public final class MiToolset {

  private MiToolset() {}

  /**
   * {@return the tools for any MI command}
   *
   * @param table what each command asks of its caller
   * @param tools all tools, some of which stand for a command
   */
  public static Toolset make(MiTable table, ToolDirectory tools) {
    return new Toolset(
        "mi",
        "Any MI command that has no tool of its own: list them, run one.",
        List.of(MiExecute.tool(table, tools), MiListCommands.tool(table)));
  }
}
