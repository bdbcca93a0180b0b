package dev.opensipsmcp.server.tool;

/** What work that only reads may reach. */
public interface ReadPorts {

  /** {@return the node that the call is about} */
  MiReads mi();

  /** {@return who calls, with the rights in force} */
  Rights rights();

  /** Tells the caller how far the work is; {@code total} is negative when unknown. */
  void progress(double done, double total, String message);

  /**
   * {@return whether the caller withdrew the call} Work may then stop where it is: nobody gets what
   * it made. Never so once a change began.
   */
  boolean cancelled();
}
