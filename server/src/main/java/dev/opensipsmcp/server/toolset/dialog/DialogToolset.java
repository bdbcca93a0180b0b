package dev.opensipsmcp.server.toolset.dialog;

import dev.opensipsmcp.server.toolset.Toolset;
import java.time.InstantSource;
import java.util.List;

/** Makes the toolset {@code dialog}. */
public final class DialogToolset {

  private DialogToolset() {}

  /**
   * {@return the tools for calls in progress}
   *
   * @param clock the time that ages are counted to
   */
  public static Toolset make(InstantSource clock) {
    return new Toolset(
        "dialog",
        "Calls in progress: list, look into, end, set variables, count and end by profile.",
        List.of(
            DlgEnd.tool(clock),
            DlgEndProfile.tool(clock),
            DlgGet.tool(clock),
            DlgGetProfiles.tool(clock),
            DlgList.tool(clock),
            DlgPushVar.tool(clock),
            DlgSummary.tool(clock)));
  }
}
