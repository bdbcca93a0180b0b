package dev.opensipsmcp.server.toolset.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The tool {@code cluster_topology}: who sees whom, as this node knows it. */
final class ClusterTopology implements Work.Read {

  private ClusterTopology() {}

  static Tool tool() {
    return Lever.read("cluster_topology", ClusterToolset.NAME, "Links between cluster nodes")
        .what("List for every cluster node which others it has links to.")
        .useWhen("Use when nodes may see each other only in part.")
        .notFor("Not for addresses and states; use `cluster_status`.")
        .returns("Returns a page of rows; self marks the node that was asked.")
        .sends("clusterer_list_topology", ClusterToolset.MODULE)
        .local(Schema.optional("cluster_id", ClusterLists.CLUSTER))
        .rows("Clusters[].Nodes[]")
        .column("cluster_id", "cluster_id", Schema.integer("The cluster"))
        .column("node_id", "node_id", Schema.integer("The node"))
        .column("self", "self", Schema.flag("Whether it is the node that was asked"))
        .column(
            "neighbours",
            "neighbours",
            Schema.list("Nodes that it has a link to", Schema.integer("A node's number")))
        .examples(
            "How are the cluster nodes connected?",
            "Does node 2 see node 3?",
            "Show the cluster topology")
        .tool(new ClusterTopology());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (rows(ports)) {
      case MiResult.Failure<List<JsonObject>>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<List<JsonObject>>(List<JsonObject> rows) ->
          Paging.page(
              rows.stream().filter(row -> wanted(row, arguments)).toList(),
              arguments,
              50,
              List.of());
    };
  }

  private static boolean wanted(JsonObject row, Arguments arguments) {
    return !arguments.has("cluster_id")
        || Json.number(row, "cluster_id", 0) == arguments.integer("cluster_id", 0);
  }

  /**
   * {@return every node of every cluster; a node lists itself first in each (source 3.4 to 4.0)}
   */
  static MiResult<List<JsonObject>> rows(ReadPorts ports) {
    return switch (ports.mi().read("clusterer_list_topology", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        List<JsonObject> rows = new ArrayList<>();
        for (JsonElement element : Json.list(Json.asObject(answer), "Clusters")) {
          JsonObject cluster = Json.asObject(element);
          JsonArray nodes = Json.list(cluster, "Nodes");
          for (int at = 0; at < nodes.size(); at++) {
            JsonObject node = Json.asObject(nodes.get(at));
            JsonObject row = new JsonObject();
            row.addProperty("cluster_id", Json.number(cluster, "cluster_id", 0));
            row.addProperty("node_id", Json.number(node, "node_id", 0));
            row.addProperty("self", at == 0);
            row.add("neighbours", Json.list(node, "Neighbours"));
            rows.add(row);
          }
        }
        yield new MiResult.Success<>(rows);
      }
    };
  }

  /** {@return the number of the node that was asked; nothing when it is in no such cluster} */
  static OptionalLong self(List<JsonObject> rows, long cluster) {
    return rows.stream()
        .filter(row -> row.get("self").getAsBoolean())
        .filter(row -> Json.number(row, "cluster_id", 0) == cluster)
        .mapToLong(row -> Json.number(row, "node_id", 0))
        .findFirst();
  }
}
