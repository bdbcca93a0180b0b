package dev.opensipsmcp.server.tool;

/** What work that changes something may reach. */
public interface WritePorts extends ReadPorts {

  /** {@return the node that the call is about, for changes} */
  MiWrites miWrites();

  /**
   * {@return whether the caller withdrew the call} What was begun must still be brought to a known
   * end, but nobody waits for a longer look at it.
   */
  default boolean withdrawn() {
    return false;
  }
}
