package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.ratelimit.Rate;
import dev.opensipsmcp.server.result.Budget;
import java.time.Duration;

/**
 * The gate's limits.
 *
 * @param resultChars the most characters of a result; at least {@link Budget#LEAST_CHARS}
 * @param argumentChars the most characters of a call's arguments
 * @param deadline how long a plan, a read or a change may take
 * @param calls how often a caller may call
 * @param changes how often a caller may plan or make a change
 */
public record GateSettings(
    int resultChars, long argumentChars, Duration deadline, Rate calls, Rate changes) {

  /**
   * {@return 20,000 characters out, two million in, a minute, 20 calls a second with a burst of 40,
   * and 2 changes a second with a burst of 10}
   */
  public static GateSettings defaults() {
    return new GateSettings(
        20_000, 2_000_000, Duration.ofSeconds(60), new Rate(20, 40), new Rate(2, 10));
  }

  /** {@return the same with another cap on results} */
  public GateSettings withResultChars(int chars) {
    return new GateSettings(chars, argumentChars, deadline, calls, changes);
  }

  /** {@return the same with another deadline} */
  public GateSettings withDeadline(Duration other) {
    return new GateSettings(resultChars, argumentChars, other, calls, changes);
  }

  /** {@return the same with other rates} */
  public GateSettings withRates(Rate allCalls, Rate onlyChanges) {
    return new GateSettings(resultChars, argumentChars, deadline, allCalls, onlyChanges);
  }
}
