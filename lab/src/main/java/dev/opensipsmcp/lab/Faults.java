package dev.opensipsmcp.lab;

/** Switches a node's misbehaviour on and off while it runs. Safe for many threads. */
public interface Faults {

  /**
   * Every command misbehaves until {@link #clear}.
   *
   * @param fault how
   */
  void always(Fault fault);

  /**
   * One command misbehaves until {@link #clear}.
   *
   * @param command any name that the node knows it by
   * @param fault how
   */
  void always(String command, Fault fault);

  /**
   * The next commands misbehave, whatever they are.
   *
   * @param times how many
   * @param fault how
   */
  void next(int times, Fault fault);

  /**
   * The next calls of one command misbehave.
   *
   * @param command any name that the node knows it by
   * @param times how many calls
   * @param fault how
   */
  void next(String command, int times, Fault fault);

  /** The node behaves again. */
  void clear();
}
