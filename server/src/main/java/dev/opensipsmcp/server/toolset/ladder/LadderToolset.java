package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.ArrayList;
import java.util.List;

/** Makes the toolset {@code ladder}. */
public final class LadderToolset {
  static final String NAME = "ladder";

  private LadderToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    LadderDesk ladders = new LadderDesk(desk);
    List<Tool> tools = new ArrayList<>();
    tools.add(new CompareHops(ladders).tool());
    tools.add(new ExportLadder(ladders).tool());
    tools.add(new CallLadder(ladders).tool());
    tools.add(new CallReport(ladders).tool());
    return new Toolset(NAME, "Call ladders and the report of a call.", tools);
  }
}
