package dev.opensipsmcp.server.toolset.node;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code node}. */
public final class NodeToolset {
  static final String NAME = "node";

  private NodeToolset() {}

  /** {@return memory, connections, counters, status reports and blacklists of a node} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "What keeps a node running: memory, TCP connections, counters, status reports, blacklists.",
        List.of(
            BlacklistChanges.add(),
            BlacklistReads.check(),
            BlacklistChanges.delete(),
            BlacklistReads.list(),
            CommandLine.tool(),
            MemoryStats.tool(),
            Connections.list(),
            StatusReports.paths(),
            MemoryDumps.persistent(),
            MemoryDumps.process(),
            MemoryDumps.shared(),
            StatusReports.reloadRoutes(),
            StatusReports.capturing(),
            StatusReports.get(),
            StatusReports.reports(),
            StatusReports.list(),
            StatisticsList.tool(),
            StatisticsReset.tool(),
            StatisticsReset.everything(),
            Connections.close()));
  }
}
