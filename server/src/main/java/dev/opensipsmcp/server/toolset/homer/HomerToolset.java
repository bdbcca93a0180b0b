package dev.opensipsmcp.server.toolset.homer;

import dev.opensipsmcp.server.evidence.EvidenceDesk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
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
    List<Tool> tools = new ArrayList<>();
    return new Toolset(NAME, "Calls searched and read from a Homer server.", tools);
  }
}
