package dev.opensipsmcp.facts;

import java.util.List;
import java.util.Set;

/**
 * A function that a configuration script can call.
 *
 * @param name the name
 * @param parameters in the order of their positions
 * @param routes the kinds of route that may call it; for an asynchronous function, all
 */
public record ScriptFunction(
    String name, List<FunctionParameter> parameters, Set<RouteKind> routes) {
  public ScriptFunction {
    parameters = List.copyOf(parameters);
    routes = Set.copyOf(routes);
  }

  /** {@return how many arguments a call must have at least} */
  public int leastArguments() {
    int least = 0;
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.get(i).optional()) {
        least = i + 1;
      }
    }
    return least;
  }
}
