package dev.opensipsmcp.server.toolset.load;

import dev.opensipsmcp.server.evidence.EvidenceDesk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.List;

/** Makes the toolset {@code load}. */
public final class LoadToolset {
  static final String NAME = "load";

  private LoadToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    List<Tool> tools = new ArrayList<>();
    return new Toolset(
        NAME, "SIPp scenarios written, run within bounds, and their results compared.", tools);
  }
}
