package dev.opensipsmcp.server.tool;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import java.time.Duration;
import java.util.Optional;

/** What a tool does. The type says which ports it gets: one that reads can't write. */
public sealed interface Work {

  /** Only reads. */
  @FunctionalInterface
  non-sealed interface Read extends Work {
    /** Does the work. */
    Outcome run(Arguments arguments, ReadPorts ports);
  }

  /** Reads for as long as its arguments say, even where other reads must have ended. */
  interface Timed extends Read {
    /**
     * {@return how long a call may take at most}
     *
     * @param arguments its arguments
     */
    Duration limit(Arguments arguments);
  }

  /** Plans by reading, then changes. */
  non-sealed interface Change extends Work {
    /** Finds out what the change would do. */
    Plan plan(Arguments arguments, ReadPorts ports);

    /** Makes the change that the plan showed. */
    Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports);

    /**
     * {@return how long the plan, and then the change, may take at most, where that is longer than
     * other work may}
     *
     * @param arguments its arguments
     */
    default Duration limit(Arguments arguments) {
      return Duration.ZERO;
    }
  }

  /**
   * A change whose target can be read, before and after. What it did is thereby known, and can be
   * taken back as long as nobody else moved the target.
   */
  interface Reversible extends Change {
    /**
     * {@return what the change touches, as it is now: only what the change itself sets, so that it
     * is the same again once the change is taken back}
     */
    MiResult<JsonObject> state(Arguments arguments, ReadPorts ports);
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
    /** {@return the inner call, or why there is none} */
    Unwrapped unwrap(Arguments arguments);
  }

  /** What a proxy stands for. */
  sealed interface Unwrapped {}

  /**
   * The inner call of a proxy.
   *
   * @param tool the tool's name or alias
   * @param arguments its arguments
   * @param reverts the change that the inner call takes back, if it does
   */
  record Inner(String tool, Arguments arguments, Optional<Reversal> reverts) implements Unwrapped {
    /** An inner call in its own right. */
    public Inner(String tool, Arguments arguments) {
      this(tool, arguments, Optional.empty());
    }
  }

  /**
   * The proxy stands for nothing.
   *
   * @param failure why
   */
  record NoInner(Outcome.Failure failure) implements Unwrapped {}

  /**
   * A change that is to be taken back; only while its target is as the change left it.
   *
   * @param change the change's ID
   * @param made the call that made it, by which its target is read
   * @param after the target's state as the change left it
   */
  record Reversal(String change, Step made, JsonObject after) {}

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
