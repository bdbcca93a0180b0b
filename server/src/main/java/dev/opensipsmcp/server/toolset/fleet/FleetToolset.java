package dev.opensipsmcp.server.toolset.fleet;

import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.toolset.Toolset;
import java.time.Duration;
import java.util.List;

/** Makes the toolset {@code fleet}. */
public final class FleetToolset {
  /** How long all nodes together have to answer: a list of nodes is no place to wait for one. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private FleetToolset() {}

  /**
   * {@return the tools over all nodes}
   *
   * @param fleet the nodes
   */
  public static Toolset make(FleetReads fleet) {
    return new Toolset(
        "fleet",
        "All nodes: what they run, whether they answer, and where those of a cluster differ.",
        List.of(InstanceList.tool(fleet, PATIENCE)));
  }
}
