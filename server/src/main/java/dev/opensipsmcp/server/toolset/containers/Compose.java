package dev.opensipsmcp.server.toolset.containers;

import dev.opensipsmcp.server.binary.BoundedProgram;
import dev.opensipsmcp.server.config.ProgramsEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks docker for the containers of the one allowed compose file.
 *
 * @param settings what is allowed
 */
record Compose(ProgramsEntry settings) {
  /** How long docker may take for a restart, which waits for the old container to end. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int MOST = 64 << 10;

  /** {@return why nothing can be asked of a service; empty when it can} */
  Optional<Outcome.Failure> objection(String service) {
    if (settings.docker().isEmpty() || settings.composeFile().isEmpty()) {
      return Optional.of(
          ToolError.BINARY_MISSING.failure(
              "No containers are set up here.",
              "Ask whoever runs this server to set programs.docker, programs.compose_file and"
                  + " programs.services."));
    }
    return settings.services().contains(service)
        ? Optional.empty()
        : Optional.of(
            ToolError.ARGUMENTS_WRONG.failure(
                "That service may not be reached.",
                settings.services().isEmpty()
                    ? "No service is allowed in programs.services."
                    : "Take one of " + String.join(", ", settings.services()) + "."));
  }

  /** {@return the command line for these words of compose} */
  List<String> command(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(settings.docker().orElseThrow().toString());
    command.add("compose");
    command.add("-f");
    command.add(settings.composeFile().orElseThrow().toString());
    command.addAll(words);
    return command;
  }

  /** {@return what comes of its output} */
  Outcome ask(List<String> words, Function<String, Outcome> work) {
    Path folder = settings.composeFile().orElseThrow().toAbsolutePath().getParent();
    if (folder == null) {
      return failed("programs.compose_file is no file.");
    }
    BoundedProgram program =
        new BoundedProgram(folder, Map.of("HOME", folder.toString()), LIMIT, MOST);
    return switch (program.run(command(words))) {
      case BoundedProgram.Result.Ended(int status, String output) ->
          status == 0
              ? work.apply(output)
              : failed("docker ended with " + status + ": " + last(output));
      case BoundedProgram.Result.Late _ ->
          failed("docker did not end within " + LIMIT.toSeconds() + " seconds.");
      case BoundedProgram.Result.Failed(String reason) -> failed(reason);
    };
  }

  private static String last(String output) {
    String end = output.strip();
    return end.length() <= 500 ? end : "..." + end.substring(end.length() - 500);
  }

  private static Outcome.Failure failed(String reason) {
    return ToolError.BINARY_FAILED.failure(
        reason, "Look with docker_status, and ask whoever runs this server about docker.");
  }
}
