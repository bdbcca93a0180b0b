package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.server.toolset.evidence.Stores;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.homer.HomerCall;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tool {@code homer_correlate_callid}: what the server's rules say, and what the messages
 * themselves show.
 *
 * @param desk what it works with
 */
record Correlate(HomerDesk desk) implements Work.Read {
  /** Calls around the call that are looked at. */
  private static final int NEIGHBOURS = 100;

  private static final int SECONDS = 5;

  Tool tool() {
    return new Tool(
        "homer_correlate_callid",
        HomerToolset.NAME,
        "Other legs of a call",
        new Description(
            "Correlate a Call-ID with the other legs of its call.",
            "Use when a call crosses a B2BUA or topology hiding and its other legs are wanted.",
            Optional.of("Not for the messages themselves; use `homer_get_call_flow`."),
            Optional.empty(),
            "Returns one object: legs with reason and confidence. The last 7 days unless times are"
                + " given; at most 100 calls around it are compared."),
        HomerDesk.READ,
        true,
        Schema.arguments(
            Asked.CALL_ID, Asked.FROM_MS, Asked.TO_MS, Asked.FROM, Asked.TO, Asked.PATH),
        Schema.object(
            "The call's legs",
            Schema.required("callid", Schema.text("The Call-ID that was given")),
            Schema.required(
                "legs", Schema.list("Other legs", Schema.map("call_id, reason, confidence"))),
            Schema.required("compared", Schema.integer("Calls that were compared"))),
        Needs.NOTHING,
        List.of(
            "Which other Call-IDs belong to call abc@host?",
            "Correlate this Call-ID with its B2BUA leg in Homer",
            "Find the sibling legs of the call behind topology hiding"),
        List.of(),
        this);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String callId = arguments.text("callid");
    CallWatch watch = new CallWatch(ports, "calls");
    return desk.with(
        arguments, HomerDesk.WEEK, (store, window) -> legs(store, callId, window, watch));
  }

  /**
   * A leg.
   *
   * @param reason why it belongs to the call
   * @param confidence how sure that is
   */
  private record Why(String reason, String confidence) {}

  private static Outcome legs(
      MessageStore store, String callId, TimeWindow window, CallWatch watch) {
    Map<String, Why> legs = new LinkedHashMap<>();
    return HomerDesk.outcome(
        store,
        window,
        own(store, callId, window, watch, legs),
        (messages, notes) -> {
          if (messages.isEmpty()) {
            return CallFlow.missing(callId, notes.getFirst());
          }
          TimeWindow around = around(messages, window);
          return switch (store.calls(CallSearch.of(around, NEIGHBOURS), watch)) {
            case Found.Failure<List<CallSummary>>(var error) -> Stores.failure(store, error);
            case Found.Value<List<CallSummary>>(List<CallSummary> calls, _) ->
                compared(store, callId, around, calls, legs, notes, watch);
          };
        });
  }

  private static Found<List<CapturedMessage>> own(
      MessageStore store,
      String callId,
      TimeWindow window,
      CallWatch watch,
      Map<String, Why> legs) {
    if (!(store instanceof Homer homer)) {
      return store.messages(List.of(callId), window, watch);
    }
    return switch (homer.transaction(List.of(callId), window, watch)) {
      case Found.Failure<HomerCall>(var error) -> new Found.Failure<>(error);
      case Found.Value<HomerCall>(HomerCall call, List<String> notes) -> {
        call.correlated().forEach(leg -> legs.put(leg.callId(), new Why(leg.why(), "server")));
        yield new Found.Value<>(
            call.messages().stream()
                .filter(one -> one.message().callId().map(callId::equals).orElse(false))
                .toList(),
            notes);
      }
    };
  }

  private static TimeWindow around(List<CapturedMessage> messages, TimeWindow window) {
    TimeWindow near =
        new TimeWindow(
            messages.getFirst().time().minusSeconds(SECONDS),
            messages.getLast().time().plusSeconds(SECONDS));
    return new TimeWindow(
        near.from().isBefore(window.from()) ? window.from() : near.from(),
        near.to().isAfter(window.to()) ? window.to() : near.to());
  }

  private static Outcome compared(
      MessageStore store,
      String callId,
      TimeWindow around,
      List<CallSummary> calls,
      Map<String, Why> legs,
      List<String> notes,
      CallWatch watch) {
    Set<String> ids = new LinkedHashSet<>(List.of(callId));
    calls.forEach(call -> ids.add(call.callId()));
    return switch (store.messages(ids, around, watch)) {
      case Found.Failure<List<CapturedMessage>>(var error) -> Stores.failure(store, error);
      case Found.Value<List<CapturedMessage>>(List<CapturedMessage> messages, _) -> {
        Ladder ladder = Ladders.of(messages, LadderSettings.DEFAULT);
        for (Correlation one : ladder.correlations()) {
          String first = ladder.legs().get(one.leg()).callId();
          String second = ladder.legs().get(one.other()).callId();
          if (first.equals(callId) || second.equals(callId)) {
            legs.putIfAbsent(
                first.equals(callId) ? second : first,
                new Why(
                    one.reasons().isEmpty() ? "" : one.reasons().getFirst().text(),
                    one.confidence().name().toLowerCase(Locale.ROOT)));
          }
        }
        if (calls.size() >= NEIGHBOURS) {
          notes.add("More than " + NEIGHBOURS + " calls are around it; not all were compared.");
        }
        yield new Outcome.Value(json(callId, legs, ids.size()), notes);
      }
    };
  }

  private static JsonObject json(String callId, Map<String, Why> legs, int compared) {
    List<JsonObject> list = new ArrayList<>();
    legs.forEach((id, why) -> {
      JsonObject leg = Json.object("call_id", id);
      leg.addProperty("reason", why.reason());
      leg.addProperty("confidence", why.confidence());
      list.add(leg);
    });
    JsonObject json = Json.object("callid", callId);
    json.add("legs", Json.list(list));
    json.addProperty("compared", compared);
    return json;
  }
}
