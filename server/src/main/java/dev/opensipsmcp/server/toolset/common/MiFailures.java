package dev.opensipsmcp.server.toolset.common;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.server.tool.Outcome;

/** Hands a node's failure on as a tool's failure. */
public final class MiFailures {

  private MiFailures() {}

  /**
   * {@return the tool's failure for a node's}
   *
   * @param error what the node's client reported
   */
  public static Outcome.Failure of(MiError error) {
    return new Outcome.Failure(error.code(), error.cause(), error.nextStep(), mayHaveRun(error));
  }

  /** {@return whether the node answered, itself, that what was asked for does not exist} */
  public static boolean notFound(MiError error) {
    return error instanceof MiError.Refused refused && refused.status() == 404;
  }

  private static boolean mayHaveRun(MiError error) {
    return error instanceof MiError.OutcomeUnknown unknown && unknown.mayHaveRun();
  }
}
