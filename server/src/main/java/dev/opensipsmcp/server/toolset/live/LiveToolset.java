package dev.opensipsmcp.server.toolset.live;

import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.Pause;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.List;

/** Makes the toolset {@code live}. */
public final class LiveToolset {
  static final String NAME = "live";

  private LiveToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    return make(desk, Thread::sleep);
  }

  static Toolset make(EvidenceDesk desk, Pause pause) {
    LiveTraces traces = new LiveTraces(desk.clock(), pause);
    desk.ear().beforeClosing(traces::close);
    LiveDesk live = new LiveDesk(desk, traces);
    LiveReads reads = new LiveReads(live);
    return new Toolset(
        NAME,
        "Messages watched live: copies that nodes send, interfaces recorded.",
        List.of(
            new LiveExport(live).tool(),
            reads.messages(),
            new LiveStatus(live).tool(),
            reads.calls(),
            new RecordInterface(live).tool(),
            new LiveTraceStart(live).tool(),
            new LiveTraceStop(traces).tool()));
  }
}
