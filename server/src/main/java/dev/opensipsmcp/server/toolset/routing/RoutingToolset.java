package dev.opensipsmcp.server.toolset.routing;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.List;

/** Destinations that calls are spread over: modules dispatcher and load_balancer. */
public final class RoutingToolset {
  private RoutingToolset() {}

  /** {@return the toolset} */
  public static Toolset make() {
    List<Tool> tools = new ArrayList<>(DispatcherTools.all());
    tools.addAll(LoadBalancerTools.all());
    return new Toolset(
        "routing", "Destination sets and load balancing: state, capacity, reload", tools);
  }
}
