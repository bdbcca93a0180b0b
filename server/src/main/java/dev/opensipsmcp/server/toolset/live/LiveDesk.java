package dev.opensipsmcp.server.toolset.live;

import dev.opensipsmcp.server.hep.HepEar;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.time.InstantSource;

/**
 * What the tools of this toolset share.
 *
 * @param evidence the settings
 * @param traces those that this server started
 */
record LiveDesk(EvidenceDesk evidence, LiveTraces traces) {
  static final String MODULE = "tracer";

  HepEar ear() {
    return evidence.ear();
  }

  InstantSource clock() {
    return evidence.clock();
  }

  static Outcome.Failure nothingReceived() {
    return ToolError.TARGET_NOT_FOUND.failure(
        "This server has received no messages: no trace was started since it runs.",
        "Start one with live_trace_start, or read a file with capture_list_calls.");
  }
}
