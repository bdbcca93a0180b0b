package dev.opensipsmcp.server.toolset.capture;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the tools on capture files share. */
record Captures(AllowedDirectories directories) {
  static final Demand READ = new Demand(Scope.RESOURCE_READ, Risk.READ);

  /** How long a call may take; reading stops a little earlier, so that what was found is told. */
  static final Duration LIMIT = Duration.ofMinutes(3);

  private static final CaptureBounds BOUNDS = CaptureBounds.USUAL.within(Duration.ofSeconds(150));

  static final Schema.Property PATH =
      Schema.required("path", Schema.text("A file that capture_list_files shows").longest(1_000));

  static Captures of(EvidenceDesk desk) {
    return new Captures(new AllowedDirectories(desk.settings().captures().directories()));
  }

  static Outcome.Failure nothingAllowed() {
    return ToolError.CAPTURE_OUTSIDE.failure(
        "No directory is allowed for captures.",
        "Ask whoever runs this server to set OPENSIPS_MCP_CAPTURE_ROOTS.");
  }

  static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  static Outcome.Failure outside(String path) {
    return ToolError.CAPTURE_OUTSIDE.failure(
        path + " is in no directory where captures may be.",
        "Take a file that capture_list_files shows, or ask whoever runs this server to set"
            + " OPENSIPS_MCP_CAPTURE_ROOTS.");
  }

  /** {@return what comes of a capture in the window that the call names} */
  Outcome with(Arguments arguments, BiFunction<CaptureFile, TimeWindow, Outcome> work) {
    if (directories.allowed().isEmpty()) {
      return nothingAllowed();
    }
    Optional<TimeWindow> window =
        Moments.window(arguments.maybeText("from_ts"), arguments.maybeText("to_ts"));
    if (window.isEmpty()) {
      return ToolError.TIME_INVALID.failure(
          "from_ts and to_ts name no span of time.",
          "Write both as 2026-11-20T08:00:00Z or as milliseconds since 1970, the earlier first.");
    }
    String text = arguments.text("path");
    Optional<Path> file = path(text).flatMap(directories::real);
    return file.isEmpty()
        ? outside(text)
        : work.apply(new CaptureFile(file.get(), BOUNDS), window.get());
  }

  /** {@return what comes of an answer} */
  static <T> Outcome outcome(Found<T> found, BiFunction<T, List<String>, Outcome> made) {
    return switch (found) {
      case Found.Failure<T>(TraceError error) -> failure(error);
      case Found.Value<T>(T value, List<String> notes) -> made.apply(value, notes);
    };
  }

  static Outcome.Failure failure(TraceError error) {
    ToolError code =
        switch (error.kind()) {
          case REFUSED -> ToolError.ARGUMENTS_WRONG;
          case TOO_LARGE -> ToolError.CAPTURE_TOO_LARGE;
          case UNREACHABLE, TIMEOUT, UNAUTHORIZED, WRONG_ANSWER, UNREADABLE, NOT_FOUND, CANCELLED ->
              ToolError.CAPTURE_UNREADABLE;
        };
    return code.failure(error.message(), error.next());
  }
}
