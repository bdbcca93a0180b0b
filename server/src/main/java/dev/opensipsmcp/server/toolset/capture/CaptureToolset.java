package dev.opensipsmcp.server.toolset.capture;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the toolset {@code capture}. */
public final class CaptureToolset {
  static final String NAME = "capture";

  private CaptureToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    Captures captures = Captures.of(desk);
    List<Tool> tools = new ArrayList<>();
    tools.add(new CaptureExport(captures).tool());
    tools.addAll(new CaptureReads(captures).all());
    tools.add(new CapturePcap(captures).tool());
    tools.sort(Comparator.comparing(Tool::name));
    return new Toolset(NAME, "Capture files: calls listed, messages read, calls exported.", tools);
  }
}
