package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;
import java.util.List;

/** Nodes of clusters, and ways between clusters. */
final class ClusterKinds {
  private static final int PRIORITY = 100;

  private ClusterKinds() {}

  static Entity node() {
    return Entity.of("cluster_node", "platform", "clusterer", "clusterer")
        .is("cluster node", "cluster nodes", "an OpenSIPS that shares state with others")
        .key("cluster_id", "node_id")
        .needsNumber("cluster_id", "Cluster", 1, Integer.MAX_VALUE)
        .needsNumber("node_id", "Node, as its my_node_id", 1, Integer.MAX_VALUE)
        .needs("url", "Its socket, as bin:192.0.2.1:5566, or bins:")
        .number("state", "1 on, 0 off", 0, 1)
        .text("description", "Note for people")
        .more()
        .text("flags", "seed when its data counts while no other node has any")
        .number("priority", "Of equally short ways the lower is taken", 0, PRIORITY)
        .number("no_ping_retries", "Pings without answer until the link counts as down", 0, 1000)
        .text("sip_addr", "SIP address that modules tell of it")
        .provenBy(
            RowProof.of(
                    "clusterer_list",
                    "Clusters[].Nodes[]",
                    "Clusters.cluster_id",
                    "cluster_id",
                    "node_id",
                    "node_id")
                .showing("url", "url", "state", "state", "description", "description")
                .words("state", "0", "disabled", "1", "enabled")
                .words("description", "", "none")
                .or(
                    // The node itself is not in its list.
                    RowProof.of(
                        "clusterer_list_topology",
                        "Clusters[].Nodes[]",
                        "Clusters.cluster_id",
                        "cluster_id",
                        "node_id",
                        "node_id")))
        .namedIn(Reference.equal("clusterer_bridge", List.of("cluster_a"), List.of("cluster_id")))
        .asked(
            Verb.LIST,
            "Which cluster nodes are stored?",
            "List the rows of table clusterer",
            "Show stored nodes of cluster 1")
        .asked(
            Verb.GET,
            "Show the stored cluster node 3",
            "Get one cluster node row from the database",
            "Which BIN address is stored for node 2 of cluster 1?")
        .asked(
            Verb.CREATE,
            "Add node 4 to cluster 1 in the database",
            "Create a stored cluster node",
            "Put another OpenSIPS into the clusterer table")
        .asked(
            Verb.UPDATE,
            "Change the stored BIN address of cluster node 3",
            "Update the seed flag of a cluster node row",
            "Give a stored cluster node another description")
        .asked(
            Verb.DELETE,
            "Delete node 4 of cluster 1 from the database",
            "Remove a stored cluster node for good",
            "Take an OpenSIPS out of the clusterer table")
        .entity();
  }

  static Entity bridge() {
    return Entity.of("cluster_bridge", "platform", "clusterer_bridge", "clusterer")
        .is(
            "cluster bridge",
            "cluster bridges",
            "how one cluster sends data to another; 4.0.1 reads them from MySQL only")
        .key("cluster_a", "cluster_b")
        .needsNumber(
            "cluster_a", "Cluster that sends; the node has to be in it", 1, Integer.MAX_VALUE)
        .needsNumber("cluster_b", "Cluster that receives", 1, Integer.MAX_VALUE)
        .needs("send_shtag", "Sharing tag of cluster_a; its active node sends")
        .needs("dst_node_csv", "Nodes of cluster_b to try in order, bin:host:port with commas")
        .asked(
            Verb.LIST,
            "Which cluster bridges are stored?",
            "List the rows of table clusterer_bridge",
            "Show stored bridges between clusters")
        .asked(
            Verb.GET,
            "Show the stored bridge from cluster 1 to cluster 2",
            "Get one cluster bridge row from the database",
            "Which destination nodes are stored for a cluster bridge?")
        .asked(
            Verb.CREATE,
            "Create a bridge from cluster 1 to cluster 2",
            "Add a cluster bridge to the database",
            "Store a bridge so that cluster 1 replicates to another cluster")
        .asked(
            Verb.UPDATE,
            "Change the destination nodes of a cluster bridge",
            "Update the sharing tag of a stored cluster bridge",
            "Give the bridge between two clusters another order of nodes")
        .asked(
            Verb.DELETE,
            "Delete the bridge between cluster 1 and cluster 2",
            "Remove a stored cluster bridge",
            "Take a bridge out of table clusterer_bridge")
        .entity();
  }
}
