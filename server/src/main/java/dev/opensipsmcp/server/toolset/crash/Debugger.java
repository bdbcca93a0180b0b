package dev.opensipsmcp.server.toolset.crash;

import dev.opensipsmcp.server.binary.BoundedProgram;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Has gdb read a core. It reads files only, attaches to no process, runs no scripts that lie beside
 * what it reads, asks no server for symbols, and prints no values: a core holds the passwords and
 * messages of its moment.
 *
 * @param gdb the program; none reads nothing
 * @param opensips the OpenSIPS that the cores are of; without it none is read
 */
record Debugger(Optional<Path> gdb, Optional<Path> opensips) {
  static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int MOST = 256 << 10;

  /** Frames at most; deeper than that only a recursion goes. */
  static final int FRAMES = 64;

  private static List<String> command(Path gdb, Path opensips, Path core) {
    return List.of(
        gdb.toString(),
        "-nx",
        "-nh",
        "-batch",
        "-iex",
        "set auto-load no",
        "-iex",
        "set debuginfod enabled off",
        "-ex",
        "set print frame-arguments none",
        "-ex",
        "set print entry-values no",
        "-ex",
        "set width 0",
        "-ex",
        "bt " + FRAMES,
        "--",
        opensips.toString(),
        core.toString());
  }

  /** {@return what comes of what it printed} */
  Outcome read(Path core, Function<String, Outcome> work) {
    if (gdb.isEmpty() || opensips.isEmpty()) {
      return ToolError.BINARY_MISSING.failure(
          "Core files can't be read here.",
          "Ask whoever runs this server to set programs.gdb and opensips.binary.");
    }
    Path directory = Optional.ofNullable(core.getParent()).orElse(core);
    BoundedProgram program = new BoundedProgram(directory, Map.of("HOME", "/"), LIMIT, MOST);
    return switch (program.run(command(gdb.get(), opensips.get(), core))) {
      case BoundedProgram.Result.Ended(_, String output) -> work.apply(output);
      case BoundedProgram.Result.Late _ ->
          failed("gdb did not end within " + LIMIT.toSeconds() + " seconds.");
      case BoundedProgram.Result.Failed(String reason) -> failed(reason);
    };
  }

  static Outcome.Failure failed(String reason) {
    return ToolError.BINARY_FAILED.failure(
        reason, "Have somebody read the core on that machine, with gdb and the same OpenSIPS.");
  }
}
