package dev.opensipsmcp.server.toolset.trace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.StateRead;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starting, stopping and switching traces of SIP messages. */
final class TraceChanges {
  private static final List<String> FILTERS = List.of("caller", "callee", "ip");
  private static final Schema ID = Schema.text("Trace ID").longest(64);

  private TraceChanges() {}

  private static ChangeDraft change(String name, String title, String command) {
    return Lever.change(name, TraceToolset.NAME, title)
        .returns("Returns the node's answer, with the destination before and after.")
        .sends(command, TraceToolset.MODULE)
        .also("trace", TraceToolset.MODULE);
  }

  private static StateRead destination() {
    return States.row(
        "trace",
        States.nothing(),
        TraceStatus.ROWS,
        (row, arguments) -> row.text("name").equals(arguments.text("id")),
        Map.of("type", "type", "uri", "uri", "state", "state", "filters", "filters"));
  }

  static Tool start() {
    return change("trace_start", "Start a filtered trace", "trace_start")
        .what("Start sending copies of chosen SIP dialogs to a capture server.")
        .useWhen("Use when calls of one caller, callee or address must be watched.")
        .notFor("Not for a trace of the script; use `trace_set`.")
        .effects(
            "Effects: copies of matching new calls, all of them without a filter, leave the node"
                + " until stopped; calls go on. Undo: trace_stop.")
        .required("id", ID.examples("carol1"))
        .required(
            "uri",
            Schema.text("Where to: hep:host:port or sip:host:port")
                .matching("^(hep|sip):[^\\s]+$")
                .longest(255)
                .examples("hep:192.0.2.60:9060"))
        .local(Schema.optional("filter_caller", Schema.text("User or URI that calls").longest(255)))
        .local(
            Schema.optional(
                "filter_callee", Schema.text("User or URI that is called").longest(255)))
        .local(Schema.optional("filter_ip", Schema.text("Source address").longest(45)))
        .risk(Risk.DISRUPTIVE)
        .notIdempotent()
        .params((arguments, _) -> startParams(arguments))
        .summary("Start trace {id}, sending copies of matching calls to {uri}.")
        .plans("Copies of matching SIP messages, which may hold private data, go to that address.")
        .state(destination())
        .proof((_, after) -> States.exists(after))
        .inverse((arguments, before) ->
            States.exists(before)
                ? Optional.empty()
                : Optional.of(new Step("trace_stop", Json.object("id", arguments.text("id")))))
        .noUndo("That ID is in use already; the node will refuse it.")
        .aliases("trace_start_live")
        .examples(
            "Trace all calls of alice to our Homer server",
            "Start a live SIP trace for calls from 198.51.100.7",
            "Capture the calls to +12025550143")
        .tool();
  }

  private static JsonObject startParams(Arguments arguments) {
    JsonObject params = new JsonObject();
    params.addProperty("id", arguments.text("id"));
    params.addProperty("uri", arguments.text("uri"));
    JsonArray filters = new JsonArray();
    for (String filter : FILTERS) {
      arguments.maybeText("filter_" + filter).ifPresent(value -> filters.add(filter + '=' + value));
    }
    if (!filters.isEmpty()) {
      params.add("filter", filters);
    }
    return params;
  }

  static Tool stop() {
    return change("trace_stop", "Stop a dynamic trace", "trace_stop")
        .what("Stop a trace that was started over MI.")
        .useWhen("Use when a live trace has shown enough.")
        .notFor("Not for a trace of the script; use `trace_set`.")
        .effects(
            "Effects: no further copies are sent; calls go on. Undo: trace_start with the same.")
        .required("id", ID.examples("carol1"))
        .risk(Risk.REVERSIBLE)
        .summary("Stop trace {id}.")
        .plans("No further copies are sent to its destination.")
        .noUndo("Start it again with trace_start.")
        .state(destination())
        .mustExist("Take the ID of a dynamic trace from trace_get_status.")
        .proof((_, after) -> !States.exists(after))
        .inverse(TraceChanges::started)
        .examples(
            "Stop the trace that I started for alice",
            "End the live SIP capture carol1",
            "Stop sending copies to Homer for this trace")
        .tool();
  }

  /** Only what the node tells can be started again: one filter of each kind, HEP or SIP. */
  private static Optional<Step> started(Arguments arguments, JsonObject before) {
    String type = Json.text(before, "type").toLowerCase(Locale.ROOT);
    if (!Json.text(before, "state").equals("dynamic") || !List.of("hep", "sip").contains(type)) {
      return Optional.empty();
    }
    JsonObject again = new JsonObject();
    again.addProperty("id", arguments.text("id"));
    again.addProperty("uri", type + ':' + Json.text(before, "uri"));
    for (JsonElement element : Json.list(before, "filters")) {
      for (Map.Entry<String, JsonElement> filter : Json.asObject(element).entrySet()) {
        if (again.has("filter_" + filter.getKey())) {
          return Optional.empty();
        }
        again.add("filter_" + filter.getKey(), filter.getValue());
      }
    }
    return Optional.of(new Step("trace_start", again));
  }
}
