package dev.opensipsmcp.server.toolset.logs;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code logs}. */
public final class LogsToolset {
  static final String NAME = "logs";

  /** OpenSIPS's levels, which mean the same everywhere. */
  static final Schema LEVEL =
      Schema.integer("-3 alert, -2 critical, -1 error, 1 warning, 2 notice, 3 info, 4 debug")
          .between(-3, 4);

  private LogsToolset() {}

  /** {@return what is logged, how much, and where to} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "How much a node logs: levels per process, of the script, and of each log target.",
        List.of(
            LogTargets.list(),
            LogLevels.list(),
            LogTargets.setFilter(),
            LogSetLevel.tool(),
            LogTargets.setMute(),
            LogLevels.script(),
            LogLevels.setScript()));
  }
}
