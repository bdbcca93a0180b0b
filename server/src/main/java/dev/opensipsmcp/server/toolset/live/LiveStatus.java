package dev.opensipsmcp.server.toolset.live;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.hep.HepEar;
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
import dev.opensipsmcp.sip.hep.HepReceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code live_get_status}.
 *
 * @param desk what it works with
 */
record LiveStatus(LiveDesk desk) implements Work.Read {

  Tool tool() {
    return new Tool(
        "live_get_status",
        LiveToolset.NAME,
        "Live traces now",
        new Description(
            "Get the live traces of a node, and what this server received.",
            "Use when waiting for messages, or to find traces that were left on a node.",
            Optional.of("Not for all traces of the node; use `trace_get_status`."),
            Optional.empty(),
            "Returns counters over all nodes, this node's traces with their time left, and the IDs"
                + " that no trace of this server explains."),
        new Demand(Scope.MI_READ, Risk.READ),
        true,
        Schema.arguments(),
        object(
            "Live traces",
            required("listening", flag("Whether anything is received")),
            optional("address", text("Where")),
            required("received", integer("HEP packets taken")),
            required("damaged", integer("Not readable")),
            required("refused", integer("From addresses of no node")),
            required("kept", integer("SIP messages in memory")),
            required("dropped", integer("That had to go for newer ones")),
            required("traces", list("Started here", map("As live_trace_start returns it"))),
            required("left_behind", texts("IDs that another server started"))),
        new Needs(List.of("trace"), List.of(LiveDesk.MODULE)),
        List.of(
            "Has the live trace received anything yet?",
            "How long will the trace of alice still run?",
            "Are there live traces left on the node?"),
        List.of("live_trace_status"),
        this);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    JsonObject json = counts(desk.ear().received());
    JsonArray traces = new JsonArray();
    desk.traces()
        .of(ports.mi().instance())
        .forEach(trace -> traces.add(trace.json(desk.clock().instant())));
    json.add("traces", traces);
    JsonArray left = new JsonArray();
    json.add("left_behind", left);
    List<String> warnings = new ArrayList<>();
    switch (NodeTraces.read(ports.mi())) {
      case MiResult.Failure<List<NodeTraces.Found>>(MiError error) ->
          warnings.add("The node could not be asked for its traces: " + error.cause());
      case MiResult.Success<List<NodeTraces.Found>>(List<NodeTraces.Found> there) ->
          there.stream()
              .map(NodeTraces.Found::id)
              .filter(id -> desk.traces().named(id).isEmpty())
              .forEach(left::add);
    }
    if (json.get("refused").getAsLong() > 0) {
      warnings.add(
          "Packets of addresses that belong to no configured node were refused: a node that sends"
              + " from another address than its MI's is not recognised.");
    }
    return new Outcome.Value(json, warnings);
  }

  private static JsonObject counts(Optional<HepEar.Received> received) {
    JsonObject json = new JsonObject();
    json.addProperty("listening", received.isPresent());
    received.ifPresent(it -> json.addProperty("address", it.address()));
    HepReceiver.Counts counts =
        received.map(it -> it.receiver().counts()).orElseGet(() -> new HepReceiver.Counts(0, 0, 0));
    json.addProperty("received", counts.packets());
    json.addProperty("damaged", counts.damaged());
    json.addProperty("refused", counts.refused());
    json.addProperty("kept", received.map(it -> it.store().kept()).orElse(0));
    json.addProperty("dropped", received.map(it -> it.store().dropped()).orElse(0L));
    return json;
  }
}
