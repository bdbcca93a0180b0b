package dev.opensipsmcp.server.toolset.cluster;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.ReadDraft;

/** What a node knows of its clusters. */
final class ClusterLists {
  static final Schema CLUSTER = Schema.integer("Cluster's number").atLeast(1);

  private ClusterLists() {}

  private static ReadDraft list(String name, String title, String command) {
    return Lever.read(name, ClusterToolset.NAME, title)
        .returns("Returns a page of rows.")
        .sends(command, ClusterToolset.MODULE)
        .local(Schema.optional("cluster_id", CLUSTER));
  }

  static Tool status() {
    return list("cluster_status", "Nodes of the cluster", "clusterer_list")
        .what("List the other nodes of a node's clusters with link and state.")
        .useWhen("Use when asked which cluster nodes are up.")
        .notFor("Not for who sees whom; use `cluster_topology`.")
        .rows("Clusters[].Nodes[]")
        .column("cluster_id", "Clusters.cluster_id", Schema.integer("The cluster"))
        .column("node_id", "node_id", Schema.integer("The node"))
        .column("url", "url", Schema.text("Its address"))
        .column("link_state", "link_state", Schema.text("Up, Probe or Down, seen from this node"))
        .column("state", "state", Schema.text("enabled or disabled"))
        .column("next_hop", "next_hop", Schema.text("Node that leads to it; none without a way"))
        .column("description", "description", Schema.text("As configured"))
        .filter(Filter.whole("cluster_id", "cluster_id"))
        .examples(
            "Which nodes of the cluster are down?",
            "Show the cluster's nodes and their link state",
            "Is node 3 enabled in the cluster?")
        .tool();
  }

  static Tool capabilities() {
    return list("cluster_list_capabilities", "Cluster capabilities", "clusterer_list_cap")
        .what("List what a node shares over the cluster, and whether it is in sync.")
        .useWhen("Use when registrations, dialogs or states are missing on one node.")
        .notFor("Not for active and backup roles; use `cluster_list_tags`.")
        .rows("Clusters[].Capabilities[]")
        .column("cluster_id", "Clusters.cluster_id", Schema.integer("The cluster"))
        .column("capability", "name", Schema.text("What is shared"))
        .column("state", "state", Schema.text("Ok or not synced"))
        .column("enabled", "enabled", Schema.flag("Whether the node takes part"))
        .filter(Filter.whole("cluster_id", "cluster_id"))
        .aliases("cluster_capabilities")
        .examples(
            "Which cluster capabilities are not synced?",
            "Is contact replication in sync?",
            "What does this node replicate?")
        .tool();
  }

  static Tool tags() {
    return list("cluster_list_tags", "Sharing tags", "clusterer_list_shtags")
        .what("List a node's sharing tags, active or backup.")
        .useWhen("Use when asked which node owns a virtual IP or a shared job.")
        .notFor("Not for a verdict over all; use `cluster_sync_check`.")
        .rows("[]")
        .column("tag", "Tag", Schema.text("The tag's name"))
        .column("cluster_id", "Cluster", Schema.integer("Its cluster"))
        .column("state", "State", Schema.text("active or backup, on this node"))
        .filter(Filter.whole("cluster_id", "cluster_id"))
        .aliases("cluster_sharing_tags")
        .examples(
            "Which sharing tags are active here?",
            "Is this node the active one for tag vip?",
            "Show active and backup roles")
        .tool();
  }
}
