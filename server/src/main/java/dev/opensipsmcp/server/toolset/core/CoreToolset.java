package dev.opensipsmcp.server.toolset.core;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code core}. */
public final class CoreToolset {

  private CoreToolset() {}

  /** {@return version, uptime, processes, statistics and health of a node} */
  public static Toolset make() {
    return new Toolset(
        "core",
        "What a node is and how it is doing: health, version, uptime, processes, statistics.",
        List.of(
            GetProcessList.tool(),
            GetStatistics.tool(),
            GetUptime.tool(),
            HealthCheck.tool(),
            OpensipsVersion.tool(),
            StatisticsWatch.tool()));
  }
}
