package dev.opensipsmcp.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What helps to see how a node does over time: where snapshots of it are kept, which logs may be
 * read, and what else belongs to the site.
 *
 * @param snapshots where snapshots are kept, and how many
 * @param logs the only directories, with all below them, whose log files may be read; none allows
 *     nothing
 * @param panel the OpenSIPS Control Panel, if there is one
 */
public record InsightEntry(SnapshotEntry snapshots, List<Path> logs, Optional<PanelEntry> panel) {
  public InsightEntry {
    logs = List.copyOf(logs);
  }

  /** {@return nothing but snapshots in that directory} */
  public static InsightEntry snapshotsIn(Path directory) {
    return new InsightEntry(
        new SnapshotEntry(List.of(directory), 200, 90), List.of(), Optional.empty());
  }

  /**
   * Where snapshots are kept, and how many.
   *
   * @param directories the only ones, with all below them; the first is meant when a call names
   *     none
   * @param keep how many of the newest a clean-up leaves
   * @param days how old those are that a clean-up leaves, in days
   */
  public record SnapshotEntry(List<Path> directories, int keep, int days) {
    public SnapshotEntry {
      directories = List.copyOf(directories);
    }
  }

  /**
   * An OpenSIPS Control Panel.
   *
   * @param url where its first page is
   * @param certificates a PEM file of the authorities to trust
   * @param timeoutMs how long an answer may take, in milliseconds
   */
  public record PanelEntry(String url, Optional<Path> certificates, int timeoutMs) {}
}
