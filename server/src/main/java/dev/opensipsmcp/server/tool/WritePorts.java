package dev.opensipsmcp.server.tool;

/** What work that changes something may reach. */
public interface WritePorts extends ReadPorts {

  /** {@return the node that the call is about, for changes} */
  MiWrites miWrites();
}
