package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.List;
import java.util.Optional;

/** The tool {@code get_uptime}. */
final class GetUptime implements Work.Read {

  private GetUptime() {}

  static Tool tool() {
    return new Tool(
        "get_uptime",
        "core",
        "Node uptime",
        new Description(
            "Get how long a node has been running, in seconds.",
            "Use when asking since when a node runs, or whether it was started anew.",
            Optional.of("Not for load or memory; use `health_check`."),
            Optional.empty(),
            "Returns one object; the two dates are in the node's own time zone."),
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        Schema.arguments(),
        Schema.object(
            "Since when the node runs",
            Schema.required("up_s", Schema.integer("Seconds since the node started")),
            Schema.required("since", Schema.text("Start, in the node's own time zone")),
            Schema.required("now", Schema.text("The node's clock, in its own time zone"))),
        new Needs(List.of("uptime"), List.of()),
        List.of(
            "How long has OpenSIPS been up?",
            "Did the node restart last night?",
            "When was the SIP server started?"),
        List.of(),
        new GetUptime());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("uptime", new JsonObject())) {
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          new Outcome.Value(row(Json.asObject(answer)));
      case MiResult.Failure<JsonElement>(var error) -> Outcome.Failure.of(error);
    };
  }

  private static JsonObject row(JsonObject answer) {
    JsonObject row = new JsonObject();
    row.addProperty("up_s", Uptime.seconds(answer));
    row.addProperty("since", Json.text(answer, "Up since"));
    row.addProperty("now", Json.text(answer, "Now"));
    return row;
  }
}
