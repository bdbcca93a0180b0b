package dev.opensipsmcp.server.toolset.perf;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code perf}. Sampling over a window is {@code statistics_watch} of core. */
public final class PerfToolset {
  static final String NAME = "perf";

  private PerfToolset() {}

  /** {@return the tools} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "How loaded a node is: memory and who uses it, processes by role, what slows it down.",
        List.of(
            Hotspots.tool(),
            MemoryReport.tool(),
            ProcessBreakdown.tool(),
            StatelessReplies.tool()));
  }
}
