package dev.opensipsmcp.cfg.flow;

import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;

/**
 * A call that is reached.
 *
 * @param call what is called
 * @param route the route that it is written in
 * @param before in which ways it is reached
 * @param condition whether its answer is asked for: it stands in a condition
 */
public record Site(Call call, Item.Route route, Worlds before, boolean condition) {
  /** {@return the name of what is called} */
  public String name() {
    return call.function().text();
  }
}
