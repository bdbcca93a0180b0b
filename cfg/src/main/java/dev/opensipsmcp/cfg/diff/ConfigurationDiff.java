package dev.opensipsmcp.cfg.diff;

import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.List;

/**
 * What differs in meaning between two configurations.
 *
 * @param kind how deep the difference goes
 * @param modulesAdded modules that only the new one loads, in order
 * @param modulesRemoved modules that only the former one loads, in order
 * @param parameters parameters of modules that are set otherwise
 * @param settings global parameters that are set otherwise
 * @param listenersAdded listeners and aliases that only the new one has, as they are written
 * @param listenersRemoved those that only the former one has
 * @param othersAdded further items that only the new one has: includes, module paths, blacklists
 * @param othersRemoved those that only the former one has
 * @param moved items that stand at another place; of a route, its head
 * @param routes what happened to routes
 */
public record ConfigurationDiff(
    Kind kind,
    List<String> modulesAdded,
    List<String> modulesRemoved,
    List<ParameterChange> parameters,
    List<ParameterChange> settings,
    List<String> listenersAdded,
    List<String> listenersRemoved,
    List<String> othersAdded,
    List<String> othersRemoved,
    List<String> moved,
    List<RouteChange> routes) {
  public ConfigurationDiff {
    modulesAdded = List.copyOf(modulesAdded);
    modulesRemoved = List.copyOf(modulesRemoved);
    parameters = List.copyOf(parameters);
    settings = List.copyOf(settings);
    listenersAdded = List.copyOf(listenersAdded);
    listenersRemoved = List.copyOf(listenersRemoved);
    othersAdded = List.copyOf(othersAdded);
    othersRemoved = List.copyOf(othersRemoved);
    moved = List.copyOf(moved);
    routes = List.copyOf(routes);
  }

  /**
   * {@return what differs} Where a text has faults, what could not be understood is compared as it
   * is written.
   *
   * @param before the former configuration
   * @param after the new one
   */
  public static ConfigurationDiff between(SyntaxTree before, SyntaxTree after) {
    return new Comparison(before, after).result();
  }
}
