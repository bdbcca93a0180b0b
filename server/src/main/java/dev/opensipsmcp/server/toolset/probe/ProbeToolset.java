package dev.opensipsmcp.server.toolset.probe;

import dev.opensipsmcp.server.evidence.EvidenceDesk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.List;

/** Makes the toolset {@code probe}. */
public final class ProbeToolset {
  static final String NAME = "probe";

  private ProbeToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    List<Tool> tools = new ArrayList<>();
    return new Toolset(NAME, "SIP endpoints probed: OPTIONS, REGISTER, DNS path, TLS.", tools);
  }
}
