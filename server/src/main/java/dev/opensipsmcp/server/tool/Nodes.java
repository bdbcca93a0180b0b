package dev.opensipsmcp.server.tool;

/** How many nodes are configured, as far as tools show it: with one, nothing is there to choose. */
public enum Nodes {
  ONE,
  SEVERAL;

  /** {@return what that many nodes come to} */
  public static Nodes of(int count) {
    return count > 1 ? SEVERAL : ONE;
  }
}
