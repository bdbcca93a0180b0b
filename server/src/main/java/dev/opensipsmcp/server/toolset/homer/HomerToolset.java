package dev.opensipsmcp.server.toolset.homer;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.evidence.Stores;
import java.util.List;

/** Makes the toolset {@code homer}. */
public final class HomerToolset {
  static final String NAME = "homer";

  private HomerToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    HomerDesk homer = new HomerDesk(desk, Stores.of(desk));
    HomerReports reports = new HomerReports(homer);
    HomerState state = new HomerState(homer);
    SearchCalls search = new SearchCalls(homer);
    List<Tool> tools =
        List.of(
            new Correlate(homer).tool(),
            new ExportOriginal(homer).tool(),
            new ExportPcap(homer).tool(),
            new CallFlow(homer).tool(),
            new CallTransaction(homer).tool(),
            reports.logs(),
            reports.quality(),
            state.health(),
            reports.aliases(),
            search.tool(),
            search.earlier(),
            state.statistics());
    return new Toolset(NAME, "Calls searched and read from a Homer server.", tools);
  }
}
