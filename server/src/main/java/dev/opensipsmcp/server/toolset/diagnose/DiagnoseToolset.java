package dev.opensipsmcp.server.toolset.diagnose;

import dev.opensipsmcp.server.config.InsightEntry.SnapshotEntry;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.Topic;
import dev.opensipsmcp.server.toolset.diagnose.engine.Growing;
import dev.opensipsmcp.server.toolset.diagnose.task.Tasks;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.snapshot.Baselines;
import java.time.InstantSource;
import java.util.List;

/** Makes the toolset {@code diagnose}. */
public final class DiagnoseToolset {
  static final String NAME = "diagnose";

  private DiagnoseToolset() {}

  /**
   * {@return the tools}
   *
   * @param tools all tools, asked for evidence
   * @param desk where evidence of calls comes from
   * @param snapshots where snapshots are, to measure growth from
   * @param clock the time
   */
  public static Toolset make(
      ToolDirectory tools, EvidenceDesk desk, SnapshotEntry snapshots, InstantSource clock) {
    return make(new Desk(tools, desk, new Growing(new Baselines(snapshots), Thread::sleep), clock));
  }

  static Toolset make(Desk work) {
    return new Toolset(
        NAME,
        "The cause behind an operator's words, with evidence.",
        List.of(new Diagnose(work).tool(), ListTasks.tool(), new NatFlow(work).tool()),
        Tasks.ALL.stream()
            .map(task -> new Topic("diagnose", task.title(), task.symptoms()))
            .toList());
  }
}
