package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Deeds;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Module clusterer, with its nodes kept in a database, as the recorded servers had them. */
final class ClusterCommands {
  private final ClusterState state;
  private final Deeds deeds;
  private final BiFunction<String, List<String>, Outcome> local;

  /**
   * The commands.
   *
   * @param node what the node knows
   * @param local runs a command of this node, by name, with parameters by position
   */
  ClusterCommands(NodeState node, BiFunction<String, List<String>, Outcome> local) {
    this.state = new ClusterState(node);
    this.deeds = node.deeds();
    this.local = local;
  }

  List<Command> all() {
    return List.of(
        Command.of("clusterer_reload", "clusterer:reload", none -> reload()),
        Command.of("clusterer_set_status", "clusterer:set_status", this::setStatus),
        Command.of("clusterer_list", "clusterer:list", none -> Outcome.value(state.list())),
        Command.of(
            "clusterer_list_topology",
            "clusterer:list_topology",
            none -> Outcome.value(state.topology())),
        Command.of("cluster_send_mi", "clusterer:send_mi", this::send),
        Command.of("cluster_broadcast_mi", "clusterer:broadcast_mi", this::broadcast),
        Command.of(
            "clusterer_list_cap",
            "clusterer:list_cap",
            none -> Outcome.value(state.listCapabilities())),
        Command.of("clusterer_set_cap_status", "clusterer:set_cap_status", this::setCapability),
        Command.of(
            "clusterer_list_shtags",
            "clusterer:list_shtags",
            none -> Outcome.value(state.listTags())),
        Command.of("clusterer_shtag_set_active", "clusterer:shtag_set_active", this::setActive),
        Command.of("clusterer_remove_node", "clusterer:remove_node", this::remove));
  }

  private Outcome reload() {
    return state.scripted
        ? Outcome.refuse(400, "Non-DB mode")
        : Reading.again(state::load, Outcome.refuse(500, "Failed to reload"));
  }

  /** Only nodes of the script can be taken out by hand. */
  private Outcome remove(Arguments arguments) {
    if (!state.scripted) {
      return Outcome.refuse(400, "Running in DB mode");
    }
    if (arguments.number("cluster_id") < 1) {
      return bad("cluster_id");
    }
    Optional<ClusterState.Cluster> cluster = state.cluster(arguments.number("cluster_id"));
    if (cluster.isEmpty()) {
      return Outcome.refuse(400, "Unknown cluster id");
    }
    if (arguments.number("node_id") < 1) {
      return bad("node_id");
    }
    boolean gone = cluster.get().nodes.removeIf(node -> node.id == arguments.number("node_id"));
    return gone ? Outcome.ok() : Outcome.refuse(400, "Unknown node id");
  }

  private static Outcome bad(String parameter) {
    return Outcome.refuse(400, "Bad value for '" + parameter + "'");
  }

  private Outcome setStatus(Arguments arguments) {
    int node = arguments.has("node_id") ? arguments.number("node_id") : ClusterState.SELF;
    int status = arguments.number("status");
    if (arguments.number("cluster_id") < 1) {
      return bad("cluster_id");
    }
    if (node < 1) {
      return bad("node_id");
    }
    if (status != 0 && status != 1) {
      return bad("status");
    }
    Optional<ClusterState.Cluster> cluster = state.cluster(arguments.number("cluster_id"));
    if (cluster.isEmpty()) {
      return Outcome.refuse(404, "Cluster id not found");
    }
    if (node == ClusterState.SELF) {
      cluster.get().enabled = status == 1;
      return Outcome.ok();
    }
    Optional<ClusterState.Node> found = cluster.get().node(node);
    found.ifPresent(other -> other.enabled = status == 1);
    return found.isPresent() ? Outcome.ok() : Outcome.refuse(404, "Node id not found");
  }

  /** A capability that was off stays unsynced when it is on again, until something syncs it. */
  private Outcome setCapability(Arguments arguments) {
    int status = arguments.number("status");
    if (arguments.number("cluster_id") < 1) {
      return bad("cluster_id");
    }
    if (status != 0 && status != 1) {
      return bad("status");
    }
    if (arguments.number("cluster_id") != ClusterState.CLUSTER) {
      return Outcome.refuse(404, "Cluster id not found");
    }
    String name = arguments.text("capability");
    Optional<ClusterState.Capability> found =
        state.capabilities.stream().filter(one -> one.name.equals(name)).findFirst();
    found.ifPresent(capability -> {
      capability.enabled = status == 1;
      capability.synced = capability.synced && capability.enabled;
    });
    return found.isPresent() ? Outcome.ok() : Outcome.refuse(404, "Capability not found");
  }

  /** A tag that nobody knew comes into being, as on a real node. */
  private Outcome setActive(Arguments arguments) {
    String[] parts = arguments.text("tag").split("/", 2);
    if (parts.length < 2) {
      return Outcome.refuse(400, "Bad tag format <name/cluster_id>");
    }
    if (!parts[1].strip().matches("\\d{1,9}")) {
      return Outcome.refuse(400, "Bad cluster ID in tag");
    }
    if (Integer.parseInt(parts[1].strip()) != ClusterState.CLUSTER) {
      return Outcome.refuse(404, "Cluster ID not found");
    }
    String name = parts[0].strip();
    Optional<ClusterState.Tag> found =
        state.tags.stream().filter(tag -> tag.name.equals(name)).findFirst();
    found.ifPresentOrElse(
        tag -> tag.active = true, () -> state.tags.addFirst(new ClusterState.Tag(name, true)));
    return Outcome.ok();
  }

  /** Says OK for a node that is disabled, and sends nothing: so does a real node. */
  private Outcome send(Arguments arguments) {
    int destination = arguments.number("destination");
    if (arguments.number("cluster_id") < 1) {
      return bad("cluster_id");
    }
    if (destination < 1) {
      return bad("destination");
    }
    if (destination == ClusterState.SELF) {
      return Outcome.refuse(400, "Local node specified as destination");
    }
    Optional<ClusterState.Cluster> cluster = state.cluster(arguments.number("cluster_id"));
    if (cluster.map(one -> !one.enabled).orElse(false)) {
      return Outcome.value(new JsonPrimitive("Local node disabled"));
    }
    Optional<ClusterState.Node> node = cluster.flatMap(one -> one.node(destination));
    if (node.isEmpty()) {
      return Outcome.refuse(400, "Send error");
    }
    boolean up = cluster.map(one -> one.up(node.get())).orElse(false);
    if (up) {
      sent(destination, arguments);
    }
    return up || !node.get().enabled ? Outcome.ok() : Outcome.refuse(400, "Destination down");
  }

  private void sent(int node, Arguments arguments) {
    String command = arguments.text("cmd_name");
    String parameters = String.join(" ", arguments.texts("cmd_params"));
    deeds.note(Deed.Kind.CLUSTER_COMMAND, "node " + node, (command + ' ' + parameters).strip());
  }

  private Outcome broadcast(Arguments arguments) {
    if (arguments.number("cluster_id") < 1) {
      return bad("cluster_id");
    }
    state
        .cluster(arguments.number("cluster_id"))
        .ifPresent(cluster ->
            cluster.nodes.stream().filter(cluster::up).forEach(node -> sent(node.id, arguments)));
    return local.apply(arguments.text("cmd_name"), arguments.texts("cmd_params"));
  }
}
