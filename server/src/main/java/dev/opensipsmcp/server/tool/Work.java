package dev.opensipsmcp.server.tool;

/** What a tool does. The type says which ports it gets: one that reads can't write. */
public sealed interface Work {

  /** Only reads. */
  @FunctionalInterface
  non-sealed interface Read extends Work {
    /** Does the work. */
    Outcome run(Arguments arguments, ReadPorts ports);
  }

  /** Plans by reading, then changes. */
  non-sealed interface Change extends Work {
    /** Finds out what the change would do. */
    Plan plan(Arguments arguments, ReadPorts ports);

    /** Makes the change that the plan showed. */
    Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports);
  }

  /** Reads or changes, depending on the arguments; decides by reading only. */
  @FunctionalInterface
  non-sealed interface PerCall extends Work {
    /** Decides. */
    Choice choose(Arguments arguments, ReadPorts ports);
  }

  /** Stands for a call of another tool; the gate takes the inner call in its place. */
  @FunctionalInterface
  non-sealed interface Proxy extends Work {
    /** {@return the name and arguments of the inner call} */
    Inner unwrap(Arguments arguments);
  }

  /**
   * The inner call of a proxy.
   *
   * @param tool the tool's name or alias
   * @param arguments its arguments
   */
  record Inner(String tool, Arguments arguments) {}

  /** What {@link PerCall} decided. */
  sealed interface Choice {
    /**
     * The call is understood.
     *
     * @param demand what it asks of its caller
     * @param work a {@link Read} or a {@link Change}
     */
    record Chosen(Demand demand, Work work) implements Choice {}

    /**
     * The call makes no sense.
     *
     * @param failure why
     */
    record Refused(Outcome.Failure failure) implements Choice {}
  }
}
