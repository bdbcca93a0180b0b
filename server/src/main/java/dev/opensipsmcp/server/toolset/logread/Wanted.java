package dev.opensipsmcp.server.toolset.logread;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which lines a call wants.
 *
 * @param from not before this moment
 * @param to not after this moment
 * @param least the least level, as OpenSIPS numbers them
 * @param module only of this module
 * @param pid only of this process
 * @param words only with these words, in small letters
 */
record Wanted(
    Optional<Instant> from,
    Optional<Instant> to,
    int least,
    Optional<String> module,
    long pid,
    Optional<String> words) {
  private static final int ALL = 4;

  static final Schema.Property LEVEL =
      Schema.optional(
          "level",
          Schema.text("This level and worse")
              .oneOf("critical", "error", "warning", "info", "debug"));
  static final Schema.Property MODULE =
      Schema.optional("module", Schema.text("Only of this module").longest(64));
  static final Schema.Property PID =
      Schema.optional("pid", Schema.integer("Only this process").atLeast(1));
  static final Schema.Property WORDS =
      Schema.optional("contains", Schema.text("Only with this text").longest(300));

  /** What a call wants, or why that makes no sense. */
  sealed interface Asked {
    /** This. */
    record Good(Wanted wanted) implements Asked {}

    /** Nothing that makes sense. */
    record Bad(Outcome.Failure failure) implements Asked {}
  }

  /** {@return what the arguments ask for} */
  static Asked of(Arguments arguments) {
    Optional<Instant> from = arguments.maybeText("from_ts").flatMap(Moments::parse);
    Optional<Instant> to = arguments.maybeText("to_ts").flatMap(Moments::parse);
    if (from.isPresent() != arguments.has("from_ts") || to.isPresent() != arguments.has("to_ts")) {
      return new Asked.Bad(
          ToolError.TIME_INVALID.failure(
              "A time is neither ISO 8601 nor Unix milliseconds.",
              "Write it as 2026-11-20T08:00:00Z."));
    }
    return new Asked.Good(
        new Wanted(
            from,
            to,
            arguments.maybeText("level").map(Wanted::level).orElse(ALL),
            arguments.maybeText("module"),
            arguments.integer("pid", -1),
            arguments.maybeText("contains").map(text -> text.toLowerCase(Locale.ROOT))));
  }

  private static int level(String word) {
    return switch (word) {
      case "critical" -> LogLine.severity("CRITICAL");
      case "error" -> LogLine.severity("ERROR");
      case "warning" -> LogLine.severity("WARNING");
      case "info" -> LogLine.severity("INFO");
      default -> ALL;
    };
  }

  /** {@return whether a line is wanted; one without a time is in no window} */
  boolean takes(LogLine line) {
    return line.severity() <= least
        && (pid < 0 || line.pid() == pid)
        && (module.isEmpty() || module.get().equals(line.module()))
        && (from.isEmpty() || line.at().filter(at -> !at.isBefore(from.get())).isPresent())
        && (to.isEmpty() || line.at().filter(at -> !at.isAfter(to.get())).isPresent())
        && (words.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(words.get()));
  }
}
