package dev.opensipsmcp.server.toolset.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which other nodes of a cluster can be reached from a node.
 *
 * @param cluster the cluster
 * @param nodes what the node lists of each
 */
record Reach(int cluster, List<JsonObject> nodes) {
  Reach {
    nodes = List.copyOf(nodes);
  }

  static MiResult<Reach> of(Arguments arguments, ReadPorts ports) {
    int wanted = arguments.integer("cluster_id", 0);
    return switch (ports.mi().read("clusterer_list", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        List<JsonObject> nodes = new ArrayList<>();
        for (JsonElement element : Json.list(Json.asObject(answer), "Clusters")) {
          JsonObject cluster = Json.asObject(element);
          if (Json.number(cluster, "cluster_id", 0) == wanted) {
            Json.list(cluster, "Nodes").forEach(node -> nodes.add(Json.asObject(node)));
          }
        }
        yield new MiResult.Success<>(new Reach(wanted, nodes));
      }
    };
  }

  private static boolean up(JsonObject node) {
    return Json.text(node, "link_state").equals("Up")
        && !Json.text(node, "state").equals("disabled");
  }

  JsonArray numbers(boolean up) {
    JsonArray numbers = new JsonArray();
    nodes.stream()
        .filter(node -> up(node) == up)
        .forEach(node -> numbers.add(Json.number(node, "node_id", 0)));
    return numbers;
  }

  /** {@return why nothing can be sent to any node, if so} */
  Optional<Outcome.Failure> refusal() {
    return nodes.isEmpty()
        ? Optional.of(
            ToolError.CLUSTER_COMMAND_REFUSED.failure(
                "The node knows no other node of cluster " + cluster + ".",
                "Take a cluster_id from cluster_status."))
        : Optional.empty();
  }

  /** A node says OK when told to send to a disabled one, and sends nothing; so that is refused. */
  Optional<Outcome.Failure> refusal(int destination) {
    for (JsonObject node : nodes) {
      if (Json.number(node, "node_id", 0) == destination) {
        return up(node)
            ? Optional.empty()
            : Optional.of(
                ToolError.CLUSTER_COMMAND_REFUSED.failure(
                    "Node "
                        + destination
                        + " can't be reached: link "
                        + Json.text(node, "link_state")
                        + ", "
                        + Json.text(node, "state")
                        + ".",
                    "Look with cluster_sync_check."));
      }
    }
    return Optional.of(
        ToolError.CLUSTER_COMMAND_REFUSED.failure(
            "Cluster " + cluster + " has no other node " + destination + ".",
            "Take a node from cluster_status; run it here with mi_execute if this node is meant."));
  }
}
