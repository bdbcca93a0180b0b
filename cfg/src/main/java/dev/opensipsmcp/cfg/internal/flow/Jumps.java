package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Worlds;
import java.util.Optional;

/** Where ways go on in other routes. */
interface Jumps {
  /**
   * {@return the ways that come back from a route that is called}
   *
   * @param name its name; empty when it is only known when it runs
   * @param worlds the ways that go there
   */
  Worlds call(Optional<String> name, Worlds worlds);

  /**
   * Takes down that a route runs later, on these ways.
   *
   * @param kind its kind
   * @param name its name
   * @param worlds the ways that lead there
   */
  void later(String kind, String name, Worlds worlds);
}
