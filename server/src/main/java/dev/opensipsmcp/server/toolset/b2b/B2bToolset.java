package dev.opensipsmcp.server.toolset.b2b;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code b2b}. */
public final class B2bToolset {

  private B2bToolset() {}

  /** {@return the tools for calls that the node holds as a back-to-back user agent} */
  public static Toolset make() {
    return new Toolset(
        "b2b",
        "Back-to-back calls: list sessions and legs, start, bridge, end.",
        List.of(
            B2bBridge.tool(),
            B2bListEntities.tool(),
            B2bListSessions.tool(),
            B2bTerminate.tool(),
            B2bTriggerScenario.tool()));
  }
}
