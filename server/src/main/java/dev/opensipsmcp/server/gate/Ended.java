package dev.opensipsmcp.server.gate;

/**
 * How a piece of a tool's work ended.
 *
 * @param <T> what it makes
 */
sealed interface Ended<T> {

  /** It came to an end of its own. */
  record Well<T>(T value) implements Ended<T> {}

  /** It took too long and may still be running. */
  record Late<T>() implements Ended<T> {}

  /** The caller withdrew the call. */
  record Withdrawn<T>() implements Ended<T> {}

  /** It broke. */
  record Broken<T>(Throwable why) implements Ended<T> {}
}
