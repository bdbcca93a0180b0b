package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.server.toolset.evidence.Stores;
import dev.opensipsmcp.sip.ladder.Correlation;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.LadderSettings;
import dev.opensipsmcp.sip.ladder.Ladders;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import dev.opensipsmcp.sip.trace.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds calls, and the other legs of a call, in a place that keeps messages. */
final class StoredCalls {
  /** Legs of one call begin within seconds of each other. */
  private static final Duration NEAR = Duration.ofSeconds(10);

  private static final int MOST_NEAR = 200;
  private static final int MOST_SHOWN = 10;

  private final MessageStore store;
  private final LadderSettings settings;
  private final TimeWindow window;
  private final Watch watch;

  StoredCalls(MessageStore store, LadderSettings settings, TimeWindow window, ReadPorts ports) {
    this.store = store;
    this.settings = settings;
    this.window = window;
    this.watch = new CallWatch(ports, "of what keeps messages");
  }

  Picked pick(Arguments arguments) {
    List<String> notes = new ArrayList<>();
    List<String> ids = new ArrayList<>(arguments.texts("call_ids"));
    arguments.maybeText("call_id").ifPresent(ids::add);
    if (ids.isEmpty()) {
      switch (search(arguments)) {
        case Found.Failure<List<CallSummary>>(TraceError error) -> {
          return new Picked.Bad(failure(error));
        }
        case Found.Value<List<CallSummary>>(List<CallSummary> calls, List<String> more) -> {
          if (calls.size() != 1) {
            return new Picked.Bad(which(calls));
          }
          ids.add(calls.getFirst().callId());
          notes.addAll(more);
        }
      }
    }
    return switch (store.messages(ids, window, watch)) {
      case Found.Failure<List<CapturedMessage>>(TraceError error) -> new Picked.Bad(failure(error));
      case Found.Value<List<CapturedMessage>>(
              List<CapturedMessage> messages,
              List<String> more) -> {
        notes.addAll(more);
        if (messages.isEmpty()) {
          yield new Picked.Bad(
              ToolError.EVIDENCE_NOT_FOUND.failure(
                  store.name() + " has no message of " + String.join(", ", ids) + ".",
                  "Search for the call first, and check the time."));
        }
        yield arguments.flag("related", true)
            ? related(new LinkedHashSet<>(ids), messages, notes)
            : good(Ladders.of(messages, settings), notes);
      }
    };
  }

  private Found<List<CallSummary>> search(Arguments arguments) {
    return store.calls(
        new CallSearch(
            window,
            Optional.empty(),
            arguments.maybeText("caller"),
            arguments.maybeText("callee"),
            Optional.empty(),
            Optional.of("INVITE"),
            OptionalInt.empty(),
            MOST_SHOWN + 1),
        watch);
  }

  private Outcome.Failure which(List<CallSummary> calls) {
    if (calls.isEmpty()) {
      return ToolError.EVIDENCE_NOT_FOUND.failure(
          store.name() + " has no such call.", "Widen the time, or leave caller or callee out.");
    }
    return ToolError.ARGUMENTS_INCOMPLETE.failure(
        "Several calls fit: "
            + calls.stream()
                .limit(MOST_SHOWN)
                .map(one -> one.callId() + " (" + one.first() + ")")
                .collect(Collectors.joining(", "))
            + (calls.size() > MOST_SHOWN ? " and more." : "."),
        "Name the Call-ID of the one that is meant.");
  }

  /** Adds legs that began near these, and keeps those that belong to them. */
  private Picked related(Set<String> ids, List<CapturedMessage> own, List<String> notes) {
    Instant first = own.getFirst().time();
    Instant last = own.getLast().time();
    TimeWindow near = new TimeWindow(first.minus(NEAR), last.plus(NEAR));
    Set<String> all = new LinkedHashSet<>(ids);
    if (store.calls(CallSearch.of(near, MOST_NEAR), watch)
        instanceof Found.Value<List<CallSummary>>(List<CallSummary> calls, var _)) {
      calls.forEach(call -> all.add(call.callId()));
      if (calls.size() == MOST_NEAR) {
        notes.add("Other legs were looked for among the latest 200 calls of that time only.");
      }
    }
    if (all.size() == ids.size()
        || !(store.messages(all, near, watch)
            instanceof Found.Value<List<CapturedMessage>>(List<CapturedMessage> messages, var _))) {
      return good(Ladders.of(own, settings), notes);
    }
    Set<String> belong = belonging(Ladders.of(messages, settings), ids);
    List<CapturedMessage> wanted = new ArrayList<>();
    for (CapturedMessage one : messages) {
      if (belong.contains(one.message().callId().orElse(""))) {
        wanted.add(one);
      }
    }
    return good(Ladders.of(wanted, settings), notes);
  }

  /** {@return these Call-IDs, and those of legs that belong to them} */
  static Set<String> belonging(Ladder ladder, Set<String> ids) {
    Set<Integer> legs = new HashSet<>();
    for (int leg = 0; leg < ladder.legs().size(); leg++) {
      if (ids.contains(ladder.legs().get(leg).callId())) {
        legs.add(leg);
      }
    }
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Correlation one : ladder.correlations()) {
        boolean joins = legs.contains(one.leg()) != legs.contains(one.other());
        if (joins && one.confidence() != Correlation.Confidence.LOW) {
          legs.add(one.leg());
          legs.add(one.other());
          grew = true;
        }
      }
    }
    Set<String> belong = new HashSet<>(ids);
    legs.forEach(leg -> belong.add(ladder.legs().get(leg).callId()));
    return belong;
  }

  private Picked good(Ladder ladder, List<String> notes) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(ladder.notes());
    return new Picked.Good(ladder, store.name(), all);
  }

  private Outcome.Failure failure(TraceError error) {
    return Stores.failure(store, error);
  }
}
