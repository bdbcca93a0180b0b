package dev.opensipsmcp.server.toolset.change;

import dev.opensipsmcp.server.journal.ChangeReads;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code change}. */
public final class ChangeToolset {

  private ChangeToolset() {}

  /**
   * {@return the tools for changes that were made}
   *
   * @param journal where they are written down
   */
  public static Toolset make(ChangeReads journal) {
    return new Toolset(
        "change",
        "What was changed, and taking it back.",
        List.of(ChangeList.tool(journal), ChangeRevert.tool(journal), ChangeShow.tool(journal)));
  }
}
