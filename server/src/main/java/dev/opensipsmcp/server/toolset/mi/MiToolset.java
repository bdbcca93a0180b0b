package dev.opensipsmcp.server.toolset.mi;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code mi}. */
public final class MiToolset {

  private MiToolset() {}

  /**
   * {@return the tools for any MI command}
   *
   * @param table what each command asks of its caller
   */
  public static Toolset make(MiTable table) {
    return new Toolset(
        "mi",
        "Any MI command that has no tool of its own: list them, run one.",
        List.of(MiExecute.tool(table), MiListCommands.tool(table)));
  }
}
