package dev.opensipsmcp.mi.internal.client;

import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.internal.check.Names;
import dev.opensipsmcp.mi.internal.check.Target;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a client learnt about its node.
 *
 * @param node what the node told about itself
 * @param names finds its commands
 * @param learnt commands that only the node knows, by their names
 */
record Session(MiNode node, Names names, Map<String, Target> learnt) {

  static Session with(MiNode node) {
    return new Session(node, new Names(node), new ConcurrentHashMap<>());
  }
}
