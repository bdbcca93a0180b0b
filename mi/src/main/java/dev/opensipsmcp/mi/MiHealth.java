package dev.opensipsmcp.mi;

import java.time.Duration;

/**
 * How a node has answered lately, as its client saw it. A client leaves a node alone that fails
 * several calls in a row, so that a dead node costs its callers no time.
 *
 * @param breaker whether calls go to the node
 * @param failures calls in a row that it did not answer; 0 after an answer, an error of the node's
 *     own included
 * @param lastFailure what failed last, in one sentence; empty without failures
 * @param failingFor since the first of these failures; zero without failures
 * @param retryIn until a call is let through again; zero when calls go to the node
 */
public record MiHealth(
    Breaker breaker, int failures, String lastFailure, Duration failingFor, Duration retryIn) {

  /** Whether calls go to a node, in the words that circuit breakers use. */
  public enum Breaker {
    /** Calls go to the node. */
    CLOSED,
    /** Calls are answered at once, without the node. */
    OPEN,
    /** One call tries whether the node answers again; others are answered without it. */
    HALF_OPEN
  }

  /** {@return the health of a node that nothing failed at} */
  public static MiHealth good() {
    return new MiHealth(Breaker.CLOSED, 0, "", Duration.ZERO, Duration.ZERO);
  }
}
