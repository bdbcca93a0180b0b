package dev.opensipsmcp.db.schema;

/** Learns how far a change of tables came. */
@FunctionalInterface
public interface StepListener {

  /** One who does not care. */
  StepListener NONE = (_, _, _) -> {};

  /**
   * A step is about to run.
   *
   * @param number its number, from 1
   * @param of how many there are
   * @param step the step
   */
  void begins(int number, int of, Step step);
}
