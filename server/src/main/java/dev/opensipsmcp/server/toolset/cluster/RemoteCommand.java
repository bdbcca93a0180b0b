package dev.opensipsmcp.server.toolset.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.MiClassification;
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
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;
import java.util.Optional;

/**
 * The tools that have other nodes run a command. Each asks of its caller what that command asks. A
 * node answers nothing about what came of it on another: the cluster carries no answers back.
 */
final class RemoteCommand implements Work.PerCall {
  private static final String SEND = "cluster_send_mi";
  private static final String BROADCAST = "cluster_broadcast_mi";

  private final String command;
  private final MiClassification classification;

  private RemoteCommand(String command, MiClassification classification) {
    this.command = command;
    this.classification = classification;
  }

  private static ChangeDraft draft(String name, String title, String command) {
    return Lever.change(name, ClusterToolset.NAME, title)
        .sends(command, ClusterToolset.MODULE)
        .also("clusterer_list", ClusterToolset.MODULE)
        .also("version", "core")
        .also("which", "core")
        .notIdempotent()
        .local(Schema.required("cluster_id", ClusterLists.CLUSTER))
        .local(
            Schema.required(
                "mi_cmd", Schema.text("MI command, exact case").longest(128).examples("ds_reload")))
        .local(
            Schema.optional(
                "mi_params",
                Schema.text("JSON text of its parameters by name").longest(2000).examples("{}")));
  }

  static Tool send(MiClassification classification) {
    return draft("cluster_send_command", "Run a command on another node", SEND)
        .what("Send one MI command to one other node of the cluster.")
        .useWhen("Use when a node can be reached over the cluster only.")
        .notFor("Not for all nodes at once; use `cluster_broadcast_command`.")
        .effects(
            "Effects: those of the command, on that node; scope and risk follow it. Undo: as the"
                + " command's own.")
        .returns("Returns whether it was sent; no answer comes back from the other node.")
        .local(Schema.required("node_id", NodeStatus.NODE))
        .output(
            Schema.object(
                "The sending",
                Schema.required("node_id", Schema.integer("Where to")),
                Schema.required("sent", Schema.flag("Whether it left this node")),
                Schema.optional("answer", Schema.any("This node's answer about the sending"))))
        .examples(
            "Run ds_reload on node 3 of the cluster",
            "Have cluster node 2 reload its dialplan",
            "Send an MI command to another cluster node")
        .tool(Scope.MI_EXECUTE, new RemoteCommand(SEND, classification));
  }

  static Tool broadcast(MiClassification classification) {
    return draft("cluster_broadcast_command", "Run a command on all nodes", BROADCAST)
        .what("Broadcast one MI command to all nodes of the cluster, this one included.")
        .useWhen("Use when every node must do the same, such as a reload.")
        .notFor("Not for one node; use `cluster_send_command`.")
        .effects(
            "Effects: those of the command, on every node; scope and risk follow it. Undo: as the"
                + " command's own.")
        .returns("Returns this node's own answer; none comes back from the others.")
        .output(
            Schema.object(
                "The sending",
                Schema.required(
                    "reached", Schema.list("Nodes with a link", Schema.integer("Node"))),
                Schema.required("missed", Schema.list("Nodes without", Schema.integer("Node"))),
                Schema.optional("answer", Schema.any("What the command answered on this node"))))
        .examples(
            "Reload the dispatcher on all cluster nodes",
            "Broadcast address_reload to the whole cluster",
            "Run dp_reload everywhere")
        .tool(Scope.MI_EXECUTE, new RemoteCommand(BROADCAST, classification));
  }

  @Override
  public Choice choose(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> new Choice.Refused(Outcome.Failure.of(error));
      case MiResult.Success<MiNode>(MiNode node) -> choose(arguments, ports, node);
    };
  }

  private Choice choose(Arguments arguments, ReadPorts ports, MiNode node) {
    return switch (RemoteForm.of(node.version(), arguments)) {
      case RemoteForm.Wrong(Outcome.Failure failure) -> new Choice.Refused(failure);
      case RemoteForm.Right(String name, JsonArray values) -> {
        JsonObject params = new JsonObject();
        params.add("cluster_id", arguments.json().get("cluster_id"));
        if (command.equals(SEND)) {
          params.add("destination", arguments.json().get("node_id"));
        }
        params.addProperty("cmd_name", name);
        if (!values.isEmpty()) {
          params.add("cmd_params", values);
        }
        yield chosen(arguments, ports, node, params);
      }
    };
  }

  private Choice chosen(Arguments arguments, ReadPorts ports, MiNode node, JsonObject params) {
    Demand demand = classification.demand(node.version(), command, params);
    return switch (Reach.of(arguments, ports)) {
      case MiResult.Failure<Reach>(MiError error) -> new Choice.Refused(Outcome.Failure.of(error));
      case MiResult.Success<Reach>(Reach reach) -> {
        Optional<Outcome.Failure> unreachable =
            command.equals(SEND) ? reach.refusal(arguments.integer("node_id", 0)) : reach.refusal();
        yield unreachable.isPresent()
            ? new Choice.Refused(unreachable.get())
            : new Choice.Chosen(demand, work(demand, params, reach));
      }
    };
  }

  private Work work(Demand demand, JsonObject params, Reach reach) {
    return demand.risk() == Risk.READ
        ? (Work.Read) (arguments, ports) -> outcome(ports.mi().read(command, params), reach, params)
        : new Sending(command, params, reach, demand.risk());
  }

  private static Outcome outcome(MiResult<JsonElement> result, Reach reach, JsonObject params) {
    return switch (result) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) when params.has("destination") ->
          sent(answer, params);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject json = new JsonObject();
        json.add("reached", reach.numbers(true));
        json.add("missed", reach.numbers(false));
        json.add("answer", answer);
        yield new Outcome.Value(
            json, List.of("What it came to on the other nodes is unknown: ask each of them."));
      }
    };
  }

  private static Outcome sent(JsonElement answer, JsonObject params) {
    boolean left = answer.isJsonPrimitive() && answer.getAsString().equals("OK");
    if (!left) {
      return ToolError.CLUSTER_COMMAND_REFUSED.failure(
          "The node did not send it: " + answer + ".", "Look with cluster_status.");
    }
    JsonObject json = new JsonObject();
    json.add("node_id", params.get("destination"));
    json.addProperty("sent", true);
    json.add("answer", answer);
    return new Outcome.Value(
        json,
        List.of(
            "It left this node; what it came to on node "
                + Json.text(params, "destination")
                + " is unknown: ask that node."));
  }

  /**
   * A command that changes something.
   *
   * @param command the MI command that sends
   * @param params what it is sent
   * @param reach which nodes have a link
   * @param risk the inner command's
   */
  private record Sending(String command, JsonObject params, Reach reach, Risk risk)
      implements Work.Change {

    @Override
    public Plan plan(Arguments arguments, ReadPorts ports) {
      JsonObject target = new JsonObject();
      target.addProperty("command", command);
      target.add("params", params);
      JsonObject shown = new JsonObject();
      shown.addProperty("risk", risk.label());
      shown.add("nodes_up", reach.numbers(true));
      shown.add("nodes_down", reach.numbers(false));
      String where =
          params.has("destination")
              ? "node " + Json.text(params, "destination")
              : "all nodes that are up, this one included,";
      return new Plan.Ready(
          "Run " + Json.text(params, "cmd_name") + " on " + where + " of the cluster.",
          target,
          shown,
          List.of("No answer comes back from other nodes; read them afterwards."),
          "Undo it on each node, as the command itself is undone.");
    }

    @Override
    public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
      return outcome(
          ports.miWrites().write(command, plan.target().getAsJsonObject("params")), reach, params);
    }
  }
}
