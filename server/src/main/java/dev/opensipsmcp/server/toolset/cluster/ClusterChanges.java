package dev.opensipsmcp.server.toolset.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.Row;
import java.util.Map;
import java.util.Optional;

/** What can be changed in a cluster beside the state of its nodes. */
final class ClusterChanges {

  private ClusterChanges() {}

  private static ChangeDraft change(String name, String title, String command) {
    return Lever.change(name, ClusterToolset.NAME, title)
        .returns("Returns the node's answer, with the state before and after.")
        .sends(command, ClusterToolset.MODULE)
        .risk(Risk.DISRUPTIVE);
  }

  private static boolean sameCluster(Row row, String path, Arguments arguments) {
    return row.number(path, 0) == arguments.integer("cluster_id", -1);
  }

  static Tool setCapability() {
    return change("cluster_set_capability", "Switch a capability", "clusterer_set_cap_status")
        .what("Set whether a node takes part in one capability of its cluster.")
        .useWhen("Use when replication of one kind of data must pause on this node.")
        .notFor("Not for whole nodes; use `cluster_set_node_status`.")
        .effects(
            "Effects: in memory; switched off, this node neither sends nor takes that data and"
                + " counts as not synced. Undo: switch on; data missed meanwhile needs a sync of the"
                + " module.")
        .also("clusterer_list_cap", ClusterToolset.MODULE)
        .required("cluster_id", ClusterLists.CLUSTER)
        .required(
            "capability",
            Schema.text("Its name, from cluster_list_capabilities")
                .longest(128)
                .examples("usrloc-contact-repl"))
        .required("enabled", "status", Schema.flag("true takes part"))
        .summary("Set capability {capability} of cluster {cluster_id} on this node: {enabled}.")
        .plans("Off: no data is exchanged and the node counts as not synced until a sync.")
        .state(
            States.row(
                "clusterer_list_cap",
                States.nothing(),
                "Clusters[].Capabilities[]",
                (row, arguments) ->
                    sameCluster(row, "Clusters.cluster_id", arguments)
                        && row.text("name").equals(arguments.text("capability")),
                Map.of("enabled", "enabled", "state", "state")))
        .mustExist("Take a capability from cluster_list_capabilities.")
        .proof((arguments, after) ->
            Json.text(after, "enabled").equals(arguments.flag("enabled", true) ? "yes" : "no"))
        .inverse((arguments, before) -> {
          JsonObject back = arguments.json().deepCopy();
          back.addProperty("enabled", Json.text(before, "enabled").equals("yes"));
          return Json.text(before, "state").equalsIgnoreCase("ok")
              ? Optional.empty()
              : Optional.of(new Step("cluster_set_capability", back));
        })
        .noUndo("Switch it on again and let its module sync; only then it is Ok as before.")
        .examples(
            "Pause contact replication on this node",
            "Disable capability dialog-dlg-repl in cluster 1",
            "Let the node take part in dispatcher status sharing again")
        .tool();
  }

  static Tool setTagActive() {
    return change("cluster_set_tag_active", "Take over a sharing tag", "clusterer_shtag_set_active")
        .what("Set a sharing tag active on this node.")
        .useWhen("Use when this node must take over a virtual IP or shared jobs.")
        .notFor("Not for looking; use `cluster_list_tags`.")
        .effects(
            "Effects: this node becomes active for the tag and tells the others, which step back."
                + " Undo: the same call on the node that had it; a tag can't be given away.")
        .also("clusterer_list_shtags", ClusterToolset.MODULE)
        .required("cluster_id", ClusterLists.CLUSTER)
        .required("tag", Schema.text("Name, from cluster_list_tags").longest(64).examples("vip"))
        .params((arguments, _) ->
            Json.object("tag", arguments.text("tag") + '/' + arguments.integer("cluster_id", 0)))
        .summary("Make sharing tag {tag} of cluster {cluster_id} active on this node.")
        .plans("Other nodes of the cluster step back to backup for this tag.")
        .noUndo("Run cluster_set_tag_active on the node that was active before.")
        .state(
            States.row(
                "clusterer_list_shtags",
                States.nothing(),
                "[]",
                (row, arguments) ->
                    sameCluster(row, "Cluster", arguments)
                        && row.text("Tag").equals(arguments.text("tag")),
                Map.of("state", "State")))
        // An unknown tag would come into being, active here and known nowhere else.
        .mustExist("Take a tag from cluster_list_tags.")
        .proof((_, after) -> Json.text(after, "state").equals("active"))
        .examples(
            "Make this node active for tag vip",
            "Fail the virtual IP over to this node",
            "Take over sharing tag reg in cluster 1")
        .tool();
  }

  static Tool reload() {
    return change("cluster_reload", "Reload cluster nodes", "clusterer_reload")
        .what("Reload the cluster's nodes from the database.")
        .useWhen("Use when rows of the cluster table changed.")
        .notFor("Not for single nodes; use `cluster_set_node_status`.")
        .effects(
            "Effects: links to all nodes are made anew from the rows. Undo: put the rows back and"
                + " reload again. Refused where nodes are not kept in a database.")
        .also("clusterer_list", ClusterToolset.MODULE)
        .summary("Reload the nodes of all clusters from the database.")
        .plans("Links are made anew to the nodes that the database has now.")
        .noUndo("Put the old rows back into the database and reload again.")
        .state(States.made("clusterer_list", (_, answer) -> nodes(answer)))
        .examples(
            "Reload the cluster nodes from the database",
            "I added a node to the clusterer table",
            "Make the node read its cluster configuration again")
        .tool();
  }

  private static JsonObject nodes(JsonElement answer) {
    JsonArray nodes = new JsonArray();
    for (JsonElement element : Json.list(Json.asObject(answer), "Clusters")) {
      JsonObject cluster = Json.asObject(element);
      for (JsonElement node : Json.list(cluster, "Nodes")) {
        JsonObject one = Json.asObject(node);
        nodes.add(
            Json.text(cluster, "cluster_id")
                + '/'
                + Json.text(one, "node_id")
                + ' '
                + Json.text(one, "url"));
      }
    }
    JsonObject state = new JsonObject();
    state.add("nodes", nodes);
    return state;
  }

  static Tool removeNode() {
    return change("cluster_remove_node", "Remove a cluster node", "clusterer_remove_node")
        .what("Remove one node from a cluster that is configured without a database.")
        .useWhen("Use when a node is gone for good.")
        .notFor("Not for a while; use `cluster_drain_node`.")
        .effects(
            "Effects: all nodes forget it, in memory; if it still runs it may come back. Not"
                + " undoable by MI. Refused where nodes are kept in a database.")
        .also("clusterer_list", ClusterToolset.MODULE)
        .required("cluster_id", ClusterLists.CLUSTER)
        .required("node_id", NodeStatus.NODE)
        .risk(Risk.DESTRUCTIVE)
        .summary("Remove node {node_id} from cluster {cluster_id}.")
        .plans("All nodes of the cluster forget that node.")
        .noUndo("The node returns when it is started with its configuration.")
        .state(
            States.row(
                "clusterer_list",
                States.nothing(),
                "Clusters[].Nodes[]",
                (row, arguments) ->
                    sameCluster(row, "Clusters.cluster_id", arguments)
                        && row.number("node_id", 0) == arguments.integer("node_id", -1),
                Map.of("url", "url")))
        .mustExist("Take a node from cluster_status.")
        .proof((_, after) -> !States.exists(after))
        .examples(
            "Remove node 4 from cluster 1, it was scrapped",
            "Make the cluster forget the dead node",
            "Delete a node that no longer exists from the cluster")
        .tool();
  }
}
