package dev.opensipsmcp.server.gate;

/**
 * What one step of the way came to.
 *
 * @param <T> what the next step needs
 */
sealed interface Step<T> {

  /** On with the next step. */
  record Go<T>(T value) implements Step<T> {}

  /** The way ends here. */
  record Stop<T>(GateReply reply) implements Step<T> {}
}
