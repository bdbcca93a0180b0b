package dev.opensipsmcp.server.toolset.load;

import dev.opensipsmcp.server.config.EvidenceEntry.LoadEntry;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.LoadLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the tools of this toolset share.
 *
 * @param settings what may be loaded, and how much
 * @param secrets where passwords come from
 * @param clock the time
 * @param runs those that have not ended
 */
record LoadDesk(LoadEntry settings, Secrets secrets, InstantSource clock, LoadRuns runs) {
  static final String ASK =
      "Ask whoever runs this server to set load.program, load.directory and load.targets; see"
          + " docs/load.md.";

  LoadLimits caps() {
    return new LoadLimits(
        settings.maxRate(), settings.maxConcurrent(), settings.maxCalls(), settings.maxSeconds());
  }

  /** {@return why nothing may be run here, if so} */
  Optional<Outcome.Failure> closed() {
    List<String> missing = new ArrayList<>();
    if (settings.program().isEmpty()) {
      missing.add("load.program");
    }
    if (settings.directory().isEmpty()) {
      missing.add("load.directory");
    }
    if (settings.targets().isEmpty()) {
      missing.add("load.targets");
    }
    if (!missing.isEmpty()) {
      return Optional.of(
          ToolError.LOAD_NOT_ALLOWED.failure(
              "No load is set up here: " + String.join(", ", missing) + " not set.", ASK));
    }
    if (!Files.isExecutable(settings.program().get())) {
      return Optional.of(
          ToolError.LOAD_NOT_ALLOWED.failure(
              settings.program().get() + " is no program that can be run.",
              "Have SIPp installed (Debian: sip-tester), and load.program name it."));
    }
    return noDirectory();
  }

  /** {@return why no file can be read or kept, if so} */
  Optional<Outcome.Failure> noDirectory() {
    if (settings.directory().filter(Files::isDirectory).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        ToolError.LOAD_NOT_ALLOWED.failure(
            "No directory for scenarios and results is set, or it is not there.", ASK));
  }

  /** {@return the files below the directory; {@link #noDirectory} was asked before} */
  LoadFiles files() {
    return new LoadFiles(settings.directory().orElse(Path.of("/nowhere")));
  }
}
