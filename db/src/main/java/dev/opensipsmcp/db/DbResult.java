package dev.opensipsmcp.db;

import java.util.function.Function;

/**
 * How work in a database ended.
 *
 * @param <T> what a success carries
 */
public sealed interface DbResult<T> {

  /**
   * The work was done.
   *
   * @param value what came of it
   */
  record Success<T>(T value) implements DbResult<T> {}

  /**
   * The work was not done; where it was to change something, nothing changed unless the error says
   * otherwise.
   *
   * @param error why
   */
  record Failure<T>(DbError error) implements DbResult<T> {}

  /** {@return what the function makes of a success; a failure stays one} */
  default <U> DbResult<U> map(Function<T, U> function) {
    return switch (this) {
      case Success<T>(T value) -> new Success<>(function.apply(value));
      case Failure<T>(DbError error) -> new Failure<>(error);
    };
  }

  /** {@return the result of the function upon a success; a failure stays one} */
  default <U> DbResult<U> then(Function<T, DbResult<U>> function) {
    return switch (this) {
      case Success<T>(T value) -> function.apply(value);
      case Failure<T>(DbError error) -> new Failure<>(error);
    };
  }
}
