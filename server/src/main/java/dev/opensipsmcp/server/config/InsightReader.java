package dev.opensipsmcp.server.config;

import dev.opensipsmcp.server.config.InsightEntry.PanelEntry;
import dev.opensipsmcp.server.config.InsightEntry.SnapshotEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads where snapshots and logs are, and what else belongs to the site. */
final class InsightReader {
  private static final Set<String> SNAPSHOTS = Set.of("directories", "keep", "days");
  private static final Set<String> LOGS = Set.of("directories");
  private static final Set<String> PANEL = Set.of("url", "ca_file", "timeout_ms");

  private InsightReader() {}

  /**
   * {@return the settings; what the environment does not say, the file does}
   *
   * @param variables the environment
   * @param file the file, if there is one
   * @param stateDirectory where snapshots lie when neither says
   */
  static InsightEntry read(
      Source variables, Optional<YamlTable> file, Path stateDirectory, Faults faults) {
    Group logs = Group.of(variables, file, "logs", LOGS, faults);
    return new InsightEntry(
        snapshots(
            variables,
            Group.of(variables, file, "snapshots", SNAPSHOTS, faults),
            stateDirectory,
            faults),
        Group.paths(logs.texts("directories"), "logs.directories", faults),
        panel(Group.of(variables, file, "control_panel", PANEL, faults)));
  }

  private static SnapshotEntry snapshots(
      Source variables, Group group, Path stateDirectory, Faults faults) {
    List<Path> directories =
        new ArrayList<>(Group.paths(group.texts("directories"), "snapshots.directories", faults));
    if (directories.isEmpty()) {
      directories.add(stateDirectory.resolve("snapshots"));
    }
    // The earlier server's name for one directory more.
    Optional<String> root = variables.text("out_dir_root");
    if (root.isPresent()) {
      directories.addAll(Group.paths(Group.split(root.get(), "[:,]"), "out_dir_root", faults));
    }
    return new SnapshotEntry(
        directories,
        group.source().integer("keep", 200, 1, 100_000),
        group.source().integer("days", 90, 1, 36_500));
  }

  private static Optional<PanelEntry> panel(Group group) {
    Optional<Source.Entry> url = group.source().entry("url");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.get().text().matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
      group
          .source()
          .fault(
              url.get(),
              "must be an http or https address without user and password, for example"
                  + " https://127.0.0.1/cp");
    }
    return Optional.of(
        new PanelEntry(
            url.get().text(),
            group.path("ca_file"),
            group.source().integer("timeout_ms", 5_000, 250, 60_000)));
  }
}
