package dev.opensipsmcp.server.toolset.relay;

import dev.opensipsmcp.server.evidence.EvidenceDesk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.List;

/** Makes the toolset {@code relay}. */
public final class RelayToolset {
  static final String NAME = "relay";

  private RelayToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    List<Tool> tools = new ArrayList<>();
    return new Toolset(
        NAME, "Media relays asked directly: calls, streams, statistics, one-way audio.", tools);
  }
}
