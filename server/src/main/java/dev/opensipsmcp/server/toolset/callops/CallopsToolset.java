package dev.opensipsmcp.server.toolset.callops;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code callops}. */
public final class CallopsToolset {

  private CallopsToolset() {}

  /** {@return the tools that hold, resume and transfer calls, and make the node's own} */
  public static Toolset make() {
    return new Toolset(
        "callops",
        "Calls in progress: hold, resume, transfer; shared lines; calls of the node's own.",
        List.of(
            SharedLines.list(),
            CallTools.hold(),
            CallTools.transfer(),
            CallTools.unhold(),
            UaSessions.list(),
            UaSessionChanges.reply(),
            UaSessionChanges.start(),
            UaSessionChanges.terminate(),
            UaSessionChanges.update()));
  }
}
