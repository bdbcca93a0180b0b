package dev.opensipsmcp.server.toolset.trace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.StateRead;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.Row;
import java.util.Map;
import java.util.Optional;

/**
 * The tool {@code trace_set}: switches the traces of the script, one or all. It answers an action
 * {@code status} too, as prompts for the earlier server ask for it.
 */
final class TraceSet implements Work.PerCall {
  private static final String NAME = "trace_set";
  private static final String STATE = "state";
  private static final String TARGET = "target";
  private static final StateRead GLOBAL = States.made("trace", (_, answer) -> global(answer));
  private static final StateRead ONE =
      States.row(
          "trace",
          States.nothing(),
          TraceStatus.ROWS,
          TraceSet::meant,
          Map.of(TARGET, "name", STATE, "state"));

  private final Work change;

  private TraceSet(Work change) {
    this.change = change;
  }

  static Tool tool() {
    ChangeDraft draft = draft();
    return draft.tool(Scope.MI_READ, new TraceSet(draft.tool().work()));
  }

  private static ChangeDraft draft() {
    return Lever.change(NAME, TraceToolset.NAME, "Switch script traces")
        .what("Set tracing on or off, for one destination of the script or for all.")
        .useWhen("Use when copies to the capture server must cease or begin.")
        .notFor("Not for traces started over MI; use `trace_stop`.")
        .effects(
            "Effects: in memory; copies of later messages are sent or not, calls go on. Undo: the"
                + " opposite action.")
        .returns("Returns the node's answer, with the state before and after.")
        .sends("trace", TraceToolset.MODULE)
        .required(
            "action",
            Schema.text("start or stop copying; status only reads")
                .oneOf("start", "stop", "status"))
        .local(Schema.optional("id", Schema.text("Trace ID; all when absent").longest(64)))
        .local(
            Schema.optional(
                "trace_uri", Schema.text("Instead of the ID: where its copies go").longest(255)))
        .risk(Risk.REVERSIBLE)
        .params(TraceSet::params)
        .summary("{action} copying SIP messages: {before.target}.")
        .plans("Copies of SIP messages are sent, or no more, from now on.")
        .noUndo("The destination is none of the script; the node refuses to switch it.")
        .state((arguments, ports) -> (all(arguments) ? GLOBAL : ONE).read(arguments, ports))
        .mustExist("Take an ID from trace_get_status.")
        .proof((arguments, after) -> Json.text(after, STATE).equals(mode(arguments.text("action"))))
        .inverse(TraceSet::switchedBack)
        .aliases("trace_control")
        .examples(
            "Turn SIP tracing off",
            "Start tracing for trace ID tid again",
            "Stop all copies to Homer");
  }

  @Override
  public Choice choose(Arguments arguments, ReadPorts ports) {
    return arguments.text("action").equals("status")
        ? new Choice.Chosen(Demand.MI_READ, (Work.Read) (_, reads) -> status(reads))
        : new Choice.Chosen(new Demand(Scope.MI_WRITE, Risk.REVERSIBLE), change);
  }

  private static Outcome status(ReadPorts ports) {
    return switch (ports.mi().read("trace", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject result = new JsonObject();
        result.add("answer", answer);
        yield new Outcome.Value(result);
      }
    };
  }

  private static boolean all(Arguments arguments) {
    return !arguments.has("id") && !arguments.has("trace_uri");
  }

  private static boolean meant(Row row, Arguments arguments) {
    String uri = arguments.maybeText("trace_uri").orElse("").replaceFirst("^(hep|sip):", "");
    return arguments.has("id")
        ? row.text("name").equals(arguments.text("id"))
        : row.text("uri").equals(uri);
  }

  private static JsonObject global(JsonElement answer) {
    JsonObject state = Json.object(TARGET, "all destinations");
    state.addProperty(STATE, Json.text(Json.asObject(answer), "global"));
    return state;
  }

  private static String mode(String action) {
    return action.equals("start") ? "on" : "off";
  }

  private static JsonObject params(Arguments arguments, JsonObject before) {
    JsonObject params = Json.object("mode", mode(arguments.text("action")));
    if (!all(arguments)) {
      params.add("id", before.get(TARGET));
    }
    return params;
  }

  private static Optional<Step> switchedBack(Arguments arguments, JsonObject before) {
    String state = Json.text(before, STATE);
    if (!state.equals("on") && !state.equals("off")) {
      return Optional.empty();
    }
    JsonObject back = arguments.json().deepCopy();
    back.addProperty("action", state.equals("on") ? "start" : "stop");
    return Optional.of(new Step(NAME, back));
  }
}
