package dev.opensipsmcp.server.toolset.homer;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.evidence.Stores;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What the tools share.
 *
 * @param evidence the settings, and the time
 * @param stores the places that keep messages
 */
record HomerDesk(EvidenceDesk evidence, Stores stores) {
  static final Demand READ = new Demand(Scope.RESOURCE_READ, Risk.READ);
  static final Duration DAY = Duration.ofDays(1);
  static final Duration WEEK = Duration.ofDays(7);
  private static final Duration ALL = Duration.ofSeconds(-1);

  /** What is done with a place and a time. */
  @FunctionalInterface
  interface Work {
    Outcome run(MessageStore store, TimeWindow window);
  }

  /** What is done with a Homer server and a time. */
  @FunctionalInterface
  interface HomerWork {
    Outcome run(Homer homer, TimeWindow window);
  }

  /**
   * {@return what comes of the place and the time that a call is about}
   *
   * @param usual how far back a call goes that names no time; a file is then read whole
   */
  Outcome with(Arguments arguments, Duration usual, Work work) {
    return switch (stores.choose(arguments.maybeText("path"))) {
      case Stores.Choice.Refused(Outcome.Failure failure) -> failure;
      case Stores.Choice.Chosen(MessageStore store) ->
          switch (Asked.window(
              arguments, evidence.clock().instant(), store instanceof CaptureFile ? ALL : usual)) {
            case Asked.Times.Wrong(Outcome.Failure failure) -> failure;
            case Asked.Times.Window(TimeWindow window) -> work.run(store, window);
          };
    };
  }

  /** {@return the same where only Homer has what is asked for} */
  Outcome withHomer(Arguments arguments, Duration usual, HomerWork work) {
    Optional<Homer> homer = stores.homer();
    if (homer.isEmpty()) {
      return ToolError.EVIDENCE_NOT_CONFIGURED.failure(
          "No Homer server is configured.",
          "Ask whoever runs this server to set OPENSIPS_MCP_HOMER_URL.");
    }
    return switch (Asked.window(arguments, evidence.clock().instant(), usual)) {
      case Asked.Times.Wrong(Outcome.Failure failure) -> failure;
      case Asked.Times.Window(TimeWindow window) -> work.run(homer.get(), window);
    };
  }

  /** {@return what comes of an answer; its notes begin with where and when was searched} */
  static <T> Outcome outcome(
      MessageStore store,
      TimeWindow window,
      Found<T> found,
      BiFunction<T, List<String>, Outcome> made) {
    return switch (found) {
      case Found.Failure<T>(TraceError error) -> Stores.failure(store, error);
      case Found.Value<T>(T value, List<String> notes) -> {
        List<String> all = new ArrayList<>();
        all.add(Asked.told(store.name(), window));
        all.addAll(notes);
        yield made.apply(value, all);
      }
    };
  }
}
