package dev.opensipsmcp.server.toolset.live;

import dev.opensipsmcp.server.evidence.EvidenceDesk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.List;

/** Makes the toolset {@code live}. */
public final class LiveToolset {
  static final String NAME = "live";

  private LiveToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    List<Tool> tools = new ArrayList<>();
    return new Toolset(
        NAME, "Messages watched live: copies that nodes send, interfaces recorded.", tools);
  }
}
