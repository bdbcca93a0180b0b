package dev.opensipsmcp.server.toolset.cluster;

import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code cluster}. */
public final class ClusterToolset {
  static final String NAME = "cluster";
  static final String MODULE = "clusterer";

  private ClusterToolset() {}

  /**
   * {@return the tools for the cluster that a node belongs to}
   *
   * @param classification what each MI command asks of its caller, for commands that are sent on
   */
  public static Toolset make(MiClassification classification) {
    return new Toolset(
        NAME,
        "Cluster: nodes, links, capabilities, sharing tags; check, drain, promote, send commands.",
        List.of(
            RemoteCommand.broadcast(classification),
            DrainNode.tool(),
            ClusterLists.capabilities(),
            ClusterLists.tags(),
            NodeStatus.promote(),
            ClusterChanges.reload(),
            ClusterChanges.removeNode(),
            RemoteCommand.send(classification),
            ClusterChanges.setCapability(),
            NodeStatus.set(),
            ClusterChanges.setTagActive(),
            ClusterLists.status(),
            SyncCheck.tool(),
            ClusterTopology.tool()));
  }
}
