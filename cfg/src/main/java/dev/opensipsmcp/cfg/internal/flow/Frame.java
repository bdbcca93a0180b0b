package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Worlds;
import dev.opensipsmcp.cfg.syntax.Item;

/** A route while it is followed: the ways on which it was left. */
final class Frame {
  private final Item.Route route;
  private Worlds returned = Worlds.NONE;
  private Worlds broken = Worlds.NONE;

  Frame(Item.Route route) {
    this.route = route;
  }

  Item.Route route() {
    return route;
  }

  void returning(Worlds worlds) {
    returned = returned.and(worlds);
  }

  Worlds returned() {
    return returned;
  }

  void breaking(Worlds worlds) {
    broken = broken.and(worlds);
  }

  /** {@return the ways on which a loop was left since this was asked last} */
  Worlds takeBroken(Worlds former) {
    Worlds taken = broken;
    broken = former;
    return taken;
  }
}
