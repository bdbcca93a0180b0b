package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonArray;
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
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.CallWatch;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.homer.HomerCall;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.LadderRenderers;
import dev.opensipsmcp.sip.ladder.LadderSettings;
import dev.opensipsmcp.sip.ladder.Ladders;
import dev.opensipsmcp.sip.ladder.Participant;
import dev.opensipsmcp.sip.ladder.TextStyle;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tool {@code homer_get_call_flow}.
 *
 * @param desk what it works with
 */
record CallFlow(HomerDesk desk) implements Work.Read {

  Tool tool() {
    return new Tool(
        "homer_get_call_flow",
        HomerToolset.NAME,
        "Ladder of a call from Homer",
        new Description(
            "Get the SIP ladder of one call, with its correlated legs and a verdict.",
            "Use when asking how a call went, who answered what, or who hung up.",
            Optional.of("Not for whole messages; use `homer_get_call_transaction`."),
            Optional.empty(),
            "Returns one object: the ladder as text, Mermaid or SVG, verdict, participants. The"
                + " last 7 days unless times are given."),
        HomerDesk.READ,
        true,
        Schema.arguments(
            Schema.required("call_id", Schema.text("Exact Call-ID").longest(512)),
            Schema.optional(
                "format",
                Schema.text("Form of the ladder")
                    .oneOf("text", "mermaid", "svg")
                    .byDefault("text")),
            Asked.FROM,
            Asked.TO,
            Asked.PATH),
        Schema.object(
            "The call",
            Schema.required("call_id", Schema.text("Its Call-ID")),
            Schema.required("verdict", Schema.text("What came of it, one sentence")),
            Schema.required("grade", Schema.text("good, doubtful, failed or unknown")),
            Schema.required("messages", Schema.integer("Messages in the ladder")),
            Schema.required("call_ids", Schema.texts("Call-IDs of its legs")),
            Schema.required("participants", Schema.texts("Who took part")),
            Schema.required("ladder", Schema.text("The ladder"))),
        Needs.NOTHING,
        List.of(
            "Show me the SIP ladder of call abc@host from Homer",
            "How did the call with this Call-ID go, as call flow?",
            "Draw the call flow of a84b4c76e66710 as Mermaid"),
        List.of(),
        this);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String callId = arguments.text("call_id");
    CallWatch watch = new CallWatch(ports, "calls");
    return desk.with(
        arguments,
        HomerDesk.WEEK,
        (store, window) ->
            HomerDesk.outcome(
                store,
                window,
                call(store, callId, window, watch),
                (call, notes) ->
                    call.messages().isEmpty()
                        ? missing(callId, notes.getFirst())
                        : flow(callId, arguments.maybeText("format").orElse("text"), call, notes)));
  }

  /** What is no Homer server knows neither names nor legs; the ladder finds out some. */
  private static Found<HomerCall> call(
      MessageStore store, String callId, TimeWindow window, CallWatch watch) {
    if (store instanceof Homer homer) {
      return homer.transaction(List.of(callId), window, watch);
    }
    return switch (store.messages(List.of(callId), window, watch)) {
      case Found.Failure<List<CapturedMessage>>(var error) -> new Found.Failure<>(error);
      case Found.Value<List<CapturedMessage>>(List<CapturedMessage> messages, var notes) ->
          new Found.Value<>(new HomerCall(messages, List.of(), Map.of(), List.of()), notes);
    };
  }

  static Outcome.Failure missing(String callId, String searched) {
    return ToolError.EVIDENCE_NOT_FOUND.failure(
        "No message has the Call-ID " + callId + ". " + searched,
        "Search with homer_search_calls, and give the time of the call.");
  }

  private Outcome flow(String callId, String format, HomerCall call, List<String> notes) {
    Map<String, String> names = new HashMap<>(call.aliases());
    names.putAll(desk.evidence().settings().aliases());
    Ladder ladder =
        Ladders.of(
            call.messages(),
            new LadderSettings(names, LadderSettings.DEFAULT.correlationHeaders()));
    JsonObject json = Json.object("call_id", callId);
    json.addProperty("verdict", ladder.verdict().sentence());
    json.addProperty("grade", ladder.verdict().grade().name().toLowerCase(Locale.ROOT));
    json.addProperty("messages", ladder.arrows().size());
    JsonArray ids = new JsonArray();
    ladder.legs().forEach(leg -> ids.add(leg.callId()));
    json.add("call_ids", ids);
    json.add(
        "participants", Json.texts(ladder.participants().stream().map(Participant::name).toList()));
    json.addProperty(
        "ladder",
        switch (format) {
          case "mermaid" -> LadderRenderers.mermaid(ladder);
          case "svg" -> LadderRenderers.svg(ladder);
          default -> LadderRenderers.text(ladder, TextStyle.DEFAULT);
        });
    notes.addAll(ladder.notes());
    return new Outcome.Value(json, notes);
  }
}
