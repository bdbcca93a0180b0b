package dev.opensipsmcp.server.toolset.cluster;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Enabling and disabling a node of the cluster. A node tells the state of the others, never its
 * own: that one is known to be enabled as long as one link is up, since disabling it takes all
 * links down.
 */
final class NodeStatus {
  static final Schema NODE = Schema.integer("Node's number in the cluster").atLeast(1);
  private static final String STATE = "state";

  private NodeStatus() {}

  static ChangeDraft draft(String name, String title) {
    return Lever.change(name, ClusterToolset.NAME, title)
        .sends("clusterer_set_status", ClusterToolset.MODULE)
        .also("clusterer_list", ClusterToolset.MODULE)
        .also("clusterer_list_topology", ClusterToolset.MODULE)
        .required("cluster_id", ClusterLists.CLUSTER)
        .required("node_id", NODE)
        .risk(Risk.DISRUPTIVE)
        .state(NodeStatus::state)
        .mustExist("Take cluster_id and node_id from cluster_topology.")
        .noUndo("The opposite call; the node does not tell whether it was so before.");
  }

  static Tool set() {
    return draft("cluster_set_node_status", "Enable or disable a node")
        .what("Set a cluster node enabled or disabled.")
        .useWhen("Use when a node must leave the cluster's traffic for a while, or return.")
        .notFor("Not for waiting until its calls ended; use `cluster_drain_node`.")
        .effects(
            "Effects: the links to it close or are tried again, in memory and in the database where"
                + " there is one; its process goes on. Undo: the opposite.")
        .returns("Returns the node's answer, with the state before and after.")
        .required("enabled", "status", Schema.flag("true enables"))
        .summary("Set node {node_id} of cluster {cluster_id} enabled: {enabled}.")
        .plans("Links to that node close, or are tried again within the ping interval.")
        .proof((arguments, after) -> shows(after, arguments.flag("enabled", true)))
        .inverse((arguments, before) -> {
          JsonObject back = arguments.json().deepCopy();
          back.addProperty("enabled", Json.text(before, STATE).equals("enabled"));
          return known(before)
              ? Optional.of(new Step("cluster_set_node_status", back))
              : Optional.empty();
        })
        .examples(
            "Disable node 3 in cluster 1",
            "Enable cluster node 2 again",
            "Cut node 2 off from the cluster")
        .tool();
  }

  static Tool promote() {
    return draft("cluster_promote_node", "Put a drained node back")
        .what("Promote a drained cluster node: enable it again.")
        .useWhen("Use when maintenance of a drained node is over.")
        .notFor("Not for making it active for a tag; use `cluster_set_tag_active`.")
        .effects(
            "Effects: links to it are tried again; traffic may return. Undo: cluster_drain_node or"
                + " cluster_set_node_status.")
        .returns("Returns the node's answer, with the state before and after.")
        .constant("status", 1)
        .summary("Enable node {node_id} of cluster {cluster_id} again.")
        .plans("Links to that node come up within the ping interval.")
        .proof((_, after) -> shows(after, true))
        .inverse((arguments, before) -> disabled(before, arguments.json()))
        .examples(
            "Bring drained node 2 back into service",
            "Maintenance is over, promote node 3",
            "Undo the drain of the cluster node")
        .tool();
  }

  private static Optional<Step> disabled(JsonObject before, JsonObject arguments) {
    JsonObject back = arguments.deepCopy();
    back.addProperty("enabled", false);
    return Json.text(before, STATE).equals("disabled")
        ? Optional.of(new Step("cluster_set_node_status", back))
        : Optional.empty();
  }

  /** {@return the call that enables a node again which was enabled before} */
  static Optional<Step> enabledAgain(Arguments arguments, JsonObject before) {
    JsonObject back = new JsonObject();
    back.add("cluster_id", arguments.json().get("cluster_id"));
    back.add("node_id", arguments.json().get("node_id"));
    return Json.text(before, STATE).equals("enabled")
        ? Optional.of(new Step("cluster_promote_node", back))
        : Optional.empty();
  }

  private static boolean known(JsonObject state) {
    return !Json.text(state, STATE).equals("unknown");
  }

  /** Links come up only at the next ping, so an enabled node of its own shows nothing at once. */
  static boolean shows(JsonObject after, boolean enabled) {
    return !known(after) || Json.text(after, STATE).equals(enabled ? "enabled" : "disabled");
  }

  private static MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("clusterer_list", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          switch (ClusterTopology.rows(ports)) {
            case MiResult.Failure<List<JsonObject>>(MiError error) -> new MiResult.Failure<>(error);
            case MiResult.Success<List<JsonObject>>(List<JsonObject> rows) ->
                new MiResult.Success<>(state(arguments, cluster(answer, arguments), rows));
          };
    };
  }

  private static List<JsonObject> cluster(JsonElement answer, Arguments arguments) {
    return Json.list(Json.asObject(answer), "Clusters").asList().stream()
        .map(Json::asObject)
        .filter(c -> Json.number(c, "cluster_id", 0) == arguments.integer("cluster_id", 0))
        .flatMap(cluster -> Json.list(cluster, "Nodes").asList().stream())
        .map(Json::asObject)
        .toList();
  }

  private static JsonObject state(
      Arguments arguments, List<JsonObject> others, List<JsonObject> topology) {
    int wanted = arguments.integer("node_id", 0);
    for (JsonObject node : others) {
      if (Json.number(node, "node_id", 0) == wanted) {
        return Json.object(STATE, Json.text(node, "state"));
      }
    }
    OptionalLong self = ClusterTopology.self(topology, arguments.integer("cluster_id", 0));
    if (self.isEmpty() || self.getAsLong() != wanted) {
      return States.missing();
    }
    boolean linked = others.stream().anyMatch(n -> Json.text(n, "link_state").equals("Up"));
    JsonObject own = Json.object(STATE, linked ? "enabled" : "unknown");
    own.addProperty("self", true);
    return own;
  }
}
