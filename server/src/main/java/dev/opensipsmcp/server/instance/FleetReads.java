package dev.opensipsmcp.server.instance;

import java.util.List;

/** All nodes, for the tools that look over all of them. */
@FunctionalInterface
public interface FleetReads {

  /**
   * {@return every node, in the order configured} What was learnt about them before is forgotten,
   * so that each tells anew what it is: it may have been started anew since.
   */
  List<FleetNode> nodes();
}
