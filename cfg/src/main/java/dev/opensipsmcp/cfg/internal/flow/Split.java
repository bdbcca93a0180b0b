package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Worlds;

/**
 * Ways that part at a condition.
 *
 * @param yes those on which it holds
 * @param no those on which it does not
 */
record Split(Worlds yes, Worlds no) {
  static Split both(Worlds worlds) {
    return new Split(worlds, worlds);
  }

  Split turned() {
    return new Split(no, yes);
  }

  Worlds joined() {
    return yes.and(no);
  }
}
