package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.server.evidence.EvidenceDesk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.List;

/** Makes the toolset {@code abuse}. */
public final class AbuseToolset {
  static final String NAME = "abuse";

  private AbuseToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    List<Tool> tools = new ArrayList<>();
    return new Toolset(
        NAME, "Attackers banned over fail2ban, and what a node discloses observed.", tools);
  }
}
