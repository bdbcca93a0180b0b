package dev.opensipsmcp.server.toolset.presence;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code presence}. */
public final class PresenceToolset {

  private PresenceToolset() {}

  /** {@return the tools for presence, its user agent, resource lists and chat rooms} */
  public static Toolset make() {
    return new Toolset(
        "presence",
        "Presence: states, watchers, publishing; resource lists, XCAP documents, chat rooms.",
        List.of(
            CallInfoLines.list(),
            CallInfoLines.release(),
            Lists.members(),
            Lists.rooms(),
            PresenceCleanup.tool(),
            PresenceChanges.expose(),
            PresenceLists.presentities(),
            PresenceLists.subscriptions(),
            PresenceChanges.refreshWatchers(),
            PresenceChanges.setFeature(),
            PresenceSummary.tool(),
            Publishing.publish(),
            Publishing.subscribe(),
            Lists.updateResourceLists(),
            Lists.refreshDocument()));
  }
}
