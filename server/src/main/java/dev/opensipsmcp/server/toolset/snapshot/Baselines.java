package dev.opensipsmcp.server.toolset.snapshot;

import dev.opensipsmcp.server.config.InsightEntry.SnapshotEntry;
import dev.opensipsmcp.server.toolset.common.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Finds snapshots to measure from. */
public final class Baselines {
  /** How many files are opened at most to find one of the node. */
  private static final int MOST_OPENED = 20;

  private final SnapshotFiles files;

  /**
   * Looks where snapshots are kept.
   *
   * @param settings where that is
   */
  public Baselines(SnapshotEntry settings) {
    this.files = new SnapshotFiles(settings.directories());
  }

  /**
   * {@return the newest snapshot of a node that was not taken after that moment, if there is one}
   */
  public Optional<Baseline> before(String instance, Instant latest) {
    return files.newestFirst().stream()
        .filter(file -> SnapshotFiles.of(file, instance))
        .filter(file -> !SnapshotFiles.taken(file).isAfter(latest))
        .limit(MOST_OPENED)
        .map(Path::toString)
        .flatMap(path -> named(path).stream())
        .filter(baseline -> baseline.instance().equals(instance))
        .findFirst();
  }

  /** {@return the snapshot in that file, if it is one that may be read} */
  public Optional<Baseline> named(String path) {
    return files.read(path) instanceof SnapshotFiles.Found.Good(Path file, Snapshot snapshot)
        ? Optional.of(
            new Baseline(
                file.toString(),
                snapshot.text("instance"),
                snapshot.taken(),
                snapshot.upSeconds(),
                Json.object(snapshot.json(), "statistics")))
        : Optional.empty();
  }
}
