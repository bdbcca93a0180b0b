package dev.opensipsmcp.server.toolset.live;

import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code live_trace_stop}: also for what another, ended server left behind.
 *
 * @param traces those of this server
 */
record LiveTraceStop(LiveTraces traces) implements Work.Change {

  Tool tool() {
    return new Tool(
        "live_trace_stop",
        LiveToolset.NAME,
        "Stop watching calls",
        new Description(
            "Stop a live trace before its time, or one that a server left on the node.",
            "Use when enough was seen, or live_get_status shows one left behind.",
            Optional.of("Not for traces to other receivers; use `trace_stop`."),
            Optional.of(
                "Effects: no further copies are sent, those received stay; calls go on. Undo:"
                    + " live_trace_start with the same filters."),
            "Returns the ID and its state, proved by reading the node's traces."),
        new Demand(Scope.MI_WRITE, Risk.REVERSIBLE),
        true,
        Schema.arguments(
            required(
                "id",
                text("ID that live_trace_start gave")
                    .matching("^" + TraceIds.PREFIX + "[0-9a-z]+$")
                    .longest(64))),
        Schema.map("id, state"),
        new Needs(List.of("trace", "trace_stop"), List.of(LiveDesk.MODULE)),
        List.of(
            "Stop the live trace of alice now",
            "End mcp-live-00abc, we have seen enough",
            "Remove the trace that the last session left on the node"),
        List.of(),
        this);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    String id = arguments.text("id");
    return switch (NodeTraces.read(ports.mi())) {
      case MiResult.Failure<List<NodeTraces.Found>>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<List<NodeTraces.Found>>(List<NodeTraces.Found> there) -> {
        Optional<NodeTraces.Found> found = NodeTraces.named(there, id);
        yield found.isEmpty()
            ? new Plan.Refused(
                ToolError.TARGET_NOT_FOUND.failure(
                    "The node has no live trace " + id + "; it may have ended already.",
                    "Look with live_get_status."))
            : ready(found.get());
      }
    };
  }

  private static Plan ready(NodeTraces.Found found) {
    JsonObject target = Json.object("id", found.id());
    target.add("filters", Json.texts(found.filters()));
    return new Plan.Ready(
        "Stop live trace " + found.id() + ".",
        target,
        new JsonObject(),
        List.of("No further copies are sent to this server."),
        "Start it again with live_trace_start.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    String id = arguments.text("id");
    Optional<LiveTrace> own = traces.named(id);
    traces.stopWatching(id);
    LiveTrace.Ended ended =
        own.isPresent()
            ? new LiveTrace.Ended(
                own.get().stop(ports) == LiveTrace.State.STOPPED, own.get().note())
            : LiveTrace.stop(id, ports);
    if (!ended.gone()) {
      return ToolError.NOT_PROVEN.failure(
          "The trace is not known to be gone. " + ended.note(),
          "Look with trace_get_status, and call again.");
    }
    JsonObject json = Json.object("id", id);
    json.addProperty("state", "stopped");
    return new Outcome.Value(json);
  }
}
