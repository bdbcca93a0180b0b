package dev.opensipsmcp.server.toolset.sip;

import dev.opensipsmcp.server.evidence.EvidenceDesk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.List;

/** Makes the toolset {@code sip}. */
public final class SipToolset {
  static final String NAME = "sip";

  private SipToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    List<Tool> tools = new ArrayList<>();
    return new Toolset(NAME, "SIP messages and SDP read, explained, compared and checked.", tools);
  }
}
