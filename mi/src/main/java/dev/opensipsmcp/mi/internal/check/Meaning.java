package dev.opensipsmcp.mi.internal.check;

import dev.opensipsmcp.mi.MiError;

/** What a command's name means on one node. */
public sealed interface Meaning {

  /**
   * A command that the facts know and the node has.
   *
   * @param target the command
   */
  record Known(Target target) implements Meaning {}

  /**
   * A command that the node has and the facts do not know.
   *
   * @param name its name on the wire
   */
  record Listed(String name) implements Meaning {}

  /**
   * No command of this node.
   *
   * @param error why, and what comes near
   */
  record None(MiError error) implements Meaning {}
}
