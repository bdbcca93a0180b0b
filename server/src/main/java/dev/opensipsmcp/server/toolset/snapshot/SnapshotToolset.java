package dev.opensipsmcp.server.toolset.snapshot;

import dev.opensipsmcp.server.config.InsightEntry.SnapshotEntry;
import dev.opensipsmcp.server.toolset.Toolset;
import java.time.InstantSource;
import java.util.List;

/** Makes the toolset {@code snapshot}. */
public final class SnapshotToolset {
  static final String NAME = "snapshot";

  private SnapshotToolset() {}

  /**
   * {@return the tools}
   *
   * @param settings where snapshots are kept, and how many
   * @param clock the time that they bear
   */
  public static Toolset make(SnapshotEntry settings, InstantSource clock) {
    SnapshotFiles files = new SnapshotFiles(settings.directories());
    return new Toolset(
        NAME,
        "Snapshots of a node, kept as files: what changed between two moments, and what it means.",
        List.of(
            new SnapshotCapture(files, clock).tool(),
            new SnapshotDiff(files).tool(),
            new SnapshotList(files).tool(),
            new SnapshotPrune(files, settings, clock).tool()));
  }
}
