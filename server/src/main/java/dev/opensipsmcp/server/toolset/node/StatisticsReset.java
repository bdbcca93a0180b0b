package dev.opensipsmcp.server.toolset.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;

/**
 * The tools {@code statistics_reset} and {@code statistics_reset_all}. The values that go are shown
 * in the plan and in the result; they move, so an approval does not depend on them.
 */
final class StatisticsReset implements Work.Change {
  private StatisticsReset() {}

  static Tool tool() {
    return Lever.change("statistics_reset", NodeToolset.NAME, "Set counters to zero")
        .what("Reset the named counters of a node to zero.")
        .useWhen("Use when a measurement should begin at zero.")
        .notFor("Not for every counter at once; use `statistics_reset_all`.")
        .returns("Returns the values before and after; gauges stay as they are.")
        .sends("reset_statistics", "statistics")
        .also("get_statistics", "statistics")
        .local(
            Schema.required(
                "names",
                Schema.texts("Statistics, or groups with a colon: rcv_requests, tm:").most(50)))
        .risk(Risk.DESTRUCTIVE)
        .effects(
            "Effects: the counted values are lost, also for other watchers. Undo: none; the result"
                + " keeps the old values.")
        .examples(
            "Reset the counter of received requests",
            "Set the tm statistics back to zero",
            "Start counting failed dialogs from zero")
        .aliases("reset_statistics", "reset_stats")
        .tool(new StatisticsReset());
  }

  static Tool everything() {
    return Lever.change("statistics_reset_all", NodeToolset.NAME, "Set all counters to zero")
        .what("Reset every counter of a node to zero.")
        .useWhen("Use when all measurements of a node begin anew, after maintenance for example.")
        .notFor("Not for a few counters; use `statistics_reset`.")
        .returns("Returns the node's OK.")
        .sends("reset_all_statistics", "statistics")
        .risk(Risk.DESTRUCTIVE)
        .summary("Set every counter of the node to zero.")
        .plans("All counted values are lost; gauges such as active calls stay.")
        .effects("Effects: all counters are lost, also for other watchers. Undo: none.")
        .noUndo("The old values are gone; read get_statistics first to keep them.")
        .examples(
            "Zero all statistics of this node",
            "Clear every counter after the maintenance",
            "Reset all stats at once")
        .aliases("reset_all_statistics")
        .tool();
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (values(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<JsonObject>(JsonObject values) when values.isEmpty() ->
          new Plan.Refused(
              ToolError.TARGET_NOT_FOUND.failure(
                  "The node has none of these statistics.", "List them with statistics_list."));
      case MiResult.Success<JsonObject>(JsonObject values) ->
          new Plan.Ready(
              "Reset " + String.join(", ", arguments.texts("names")) + " to zero.",
              named(arguments),
              values,
              List.of("The counted values are lost; gauges stay."),
              "Nothing brings the values back; the result keeps them.");
    };
  }

  private static JsonObject named(Arguments arguments) {
    JsonObject params = new JsonObject();
    params.add("statistics", Json.texts(arguments.texts("names")));
    return params;
  }

  private static MiResult<JsonObject> values(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("get_statistics", named(arguments))) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          new MiResult.Success<>(Json.asObject(answer));
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    MiResult<JsonObject> before = values(arguments, ports);
    return switch (ports.miWrites().write("reset_statistics", plan.target())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject result = new JsonObject();
        result.add("answer", answer);
        add(result, "before", before);
        add(result, "after", values(arguments, ports));
        yield new Outcome.Value(result);
      }
    };
  }

  private static void add(JsonObject result, String name, MiResult<JsonObject> values) {
    if (values instanceof MiResult.Success<JsonObject>(JsonObject known)) {
      result.add(name, known);
    }
  }
}
