package dev.opensipsmcp.server.toolset.callcenter;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code callcenter}. */
public final class CallCenterToolset {
  static final String NAME = "callcenter";
  static final String MODULE = "call_center";

  private CallCenterToolset() {}

  /** {@return the tools for agents, flows and queued calls} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "Call center: agents, flows, queued calls; log agents in or out, dispatch, reload.",
        List.of(
            CallCenterChanges.login(),
            CallCenterChanges.dispatchCall(),
            CallCenterLists.agents(),
            CallCenterLists.calls(),
            CallCenterLists.flows(),
            CallCenterLists.queue(),
            CallCenterChanges.reload(),
            CallCenterChanges.resetStats(),
            CallCenterChanges.setDispatching(),
            CallCenterStatus.tool()));
  }
}
