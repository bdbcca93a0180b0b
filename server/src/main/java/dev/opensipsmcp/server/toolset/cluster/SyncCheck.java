package dev.opensipsmcp.server.toolset.cluster;

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
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;

/** The tool {@code cluster_sync_check}: joins what four commands tell into findings. */
final class SyncCheck implements Work.Read {

  private SyncCheck() {}

  static Tool tool() {
    return Lever.read("cluster_sync_check", ClusterToolset.NAME, "Cluster health")
        .what("Check a node's clusters: links, capabilities in sync, sharing tags.")
        .useWhen("Use when cluster nodes differ, or before and after maintenance.")
        .notFor("Not for the plain list of nodes; use `cluster_status`.")
        .returns(
            "Returns one object; each finding names its evidence. A node knows only its own tags:"
                + " ask every node.")
        .sends("clusterer_list", ClusterToolset.MODULE)
        .also("clusterer_list_topology", ClusterToolset.MODULE)
        .also("clusterer_list_cap", ClusterToolset.MODULE)
        .also("clusterer_list_shtags", ClusterToolset.MODULE)
        .local(Schema.optional("cluster_id", ClusterLists.CLUSTER))
        .answer(
            Schema.object(
                "The verdict",
                Schema.required("status", Schema.text("ok or degraded").oneOf("ok", "degraded")),
                Schema.optional("node_id", Schema.integer("The node that was asked")),
                Schema.required("nodes", Schema.integer("Other nodes")),
                Schema.required("nodes_up", Schema.integer("Those with a link")),
                Schema.required("capabilities", Schema.integer("Capabilities")),
                Schema.required("capabilities_ok", Schema.integer("Those enabled and in sync")),
                Schema.required("tags_active", Schema.texts("Tags active on this node")),
                Schema.required("tags_backup", Schema.texts("Tags that are backup here")),
                Schema.required(
                    "findings",
                    Schema.list(
                        "What is not as it should be",
                        Schema.object(
                            "One finding",
                            Schema.required(
                                "severity",
                                Schema.text("problem or notice").oneOf("problem", "notice")),
                            Schema.required("finding", Schema.text("What it is")),
                            Schema.required("evidence", Schema.text("Command and values")))))))
        .examples(
            "Is the cluster in sync?",
            "Cluster nodes show different registrations, check replication",
            "Check that every sharing tag has exactly one active node")
        .tool(new SyncCheck());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ClusterTopology.rows(ports)) {
      case MiResult.Failure<List<JsonObject>>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<List<JsonObject>>(List<JsonObject> topology) ->
          with(arguments, ports, topology);
    };
  }

  private static Outcome with(Arguments arguments, ReadPorts ports, List<JsonObject> topology) {
    SyncFindings findings = new SyncFindings(arguments.integer("cluster_id", 0));
    findings.topology(topology);
    for (String command :
        List.of("clusterer_list", "clusterer_list_cap", "clusterer_list_shtags")) {
      switch (ports.mi().read(command, new JsonObject())) {
        case MiResult.Failure<JsonElement>(MiError error) -> {
          return Outcome.Failure.of(error);
        }
        case MiResult.Success<JsonElement>(JsonElement answer) -> {
          switch (command) {
            case "clusterer_list" -> findings.nodes(Json.asObject(answer));
            case "clusterer_list_cap" -> findings.capabilities(Json.asObject(answer));
            default -> findings.tags(answer);
          }
        }
      }
    }
    return new Outcome.Value(findings.verdict());
  }
}
