package dev.opensipsmcp.mi;

/**
 * How a call to a node ended.
 *
 * @param <T> what a success carries
 */
public sealed interface MiResult<T> {

  /**
   * The node ran the command.
   *
   * @param value what it answered
   */
  record Success<T>(T value) implements MiResult<T> {}

  /**
   * The node did not, or may not have, run the command.
   *
   * @param error why
   */
  record Failure<T>(MiError error) implements MiResult<T> {}
}
