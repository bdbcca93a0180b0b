package dev.opensipsmcp.server.toolset.trace;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code trace}. */
public final class TraceToolset {
  static final String NAME = "trace";
  static final String MODULE = "tracer";

  private TraceToolset() {}

  /** {@return the tools for copies of SIP traffic and of transports} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "Tracing: where SIP copies go, start and stop filtered copies, transport tracing.",
        List.of(
            TraceStatus.tool(),
            TransportTrace.list(),
            TraceSet.tool(),
            TransportTrace.set(),
            TraceChanges.start(),
            TraceChanges.stop()));
  }
}
