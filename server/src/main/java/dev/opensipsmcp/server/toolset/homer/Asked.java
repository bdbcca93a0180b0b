package dev.opensipsmcp.server.toolset.homer;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The arguments that the tools share. */
final class Asked {
  private static final long LATEST_MS = 4_102_444_800_000L;

  static final Schema.Property FROM_MS = Schema.optional("from_ts", milliseconds("From, Unix ms"));
  static final Schema.Property TO_MS = Schema.optional("to_ts", milliseconds("Until, Unix ms"));
  static final Schema.Property FROM =
      Schema.optional(
          "time_from",
          Schema.text("From; ISO 8601 or Unix ms").longest(40).examples("2026-11-20T08:00:00Z"));
  static final Schema.Property TO =
      Schema.optional("time_to", Schema.text("Until; ISO 8601 or Unix ms").longest(40));
  static final Schema.Property PATH =
      Schema.optional("path", Schema.text("Capture file instead of Homer").longest(1_000));
  static final Schema.Property CALL_ID =
      Schema.required("callid", Schema.text("Exact Call-ID").longest(512));

  private Asked() {}

  private static Schema milliseconds(String text) {
    return Schema.integer(text).between(0, LATEST_MS);
  }

  /** What the times of a call come to. */
  sealed interface Times {
    /** A span of time. */
    record Window(TimeWindow window) implements Times {}

    /** None. */
    record Wrong(Outcome.Failure failure) implements Times {}
  }

  /**
   * {@return the time that is asked for}
   *
   * @param arguments the call's arguments
   * @param now the time
   * @param usual how far back it goes when the caller does not say; negative for all time
   */
  static Times window(Arguments arguments, Instant now, Duration usual) {
    Optional<Instant> from = moment(arguments, "from_ts", "time_from");
    Optional<Instant> to = moment(arguments, "to_ts", "time_to");
    if ((given(arguments, "from_ts", "time_from") && from.isEmpty())
        || (given(arguments, "to_ts", "time_to") && to.isEmpty())) {
      return new Times.Wrong(
          ToolError.TIME_INVALID.failure(
              "time_from or time_to is no time.",
              "Write 2026-11-20T08:00:00Z, or milliseconds since 1970."));
    }
    // What a server just received may bear the time of a clock that is ahead.
    Instant end = to.orElse(usual.isNegative() ? Instant.MAX : now.plusSeconds(60));
    Instant begin =
        from.orElseGet(
            () -> usual.isNegative() ? Instant.EPOCH : (to.isPresent() ? end : now).minus(usual));
    return begin.isBefore(end)
        ? new Times.Window(new TimeWindow(begin, end))
        : new Times.Wrong(
            ToolError.TIME_RANGE_EMPTY.failure(
                "The time ends before it begins.", "Exchange the two times."));
  }

  private static boolean given(Arguments arguments, String one, String other) {
    return arguments.has(one) || arguments.has(other);
  }

  private static Optional<Instant> moment(Arguments arguments, String ms, String text) {
    return arguments.has(ms)
        ? Optional.of(Instant.ofEpochMilli(arguments.json().get(ms).getAsLong()))
        : arguments.maybeText(text).flatMap(Moments::parse);
  }

  /** {@return which time was searched, as a sentence} */
  static String told(String place, TimeWindow window) {
    boolean always = window.from().equals(Instant.EPOCH) && window.to().equals(Instant.MAX);
    return always
        ? "Searched " + place + ", all of it; times are UTC."
        : "Searched " + place + " from " + window.from() + " until " + window.to() + ", UTC.";
  }
}
