package dev.opensipsmcp.server.toolset.sip;

import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the toolset {@code sip}. */
public final class SipToolset {
  static final String NAME = "sip";

  /** Makes the tools that only read. */
  static final ReadTools READS = new ReadTools(NAME, Scope.DOCS_READ);

  private SipToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    List<Tool> tools = new ArrayList<>();
    tools.addAll(MessageTools.all());
    tools.addAll(SdpTools.all());
    tools.add(CompareTool.tool());
    tools.add(CodeTool.tool());
    tools.add(IdentityTool.tool(desk.clock()));
    tools.sort(Comparator.comparing(Tool::name));
    return new Toolset(NAME, "SIP messages and SDP read, explained, compared and checked.", tools);
  }
}
