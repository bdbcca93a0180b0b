package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.server.tool.Outcome;
import java.util.function.Function;

/**
 * What came of understanding something.
 *
 * @param <T> what it is when understood
 */
sealed interface Parsed<T> {
  /** It is understood. */
  record Good<T>(T value) implements Parsed<T> {}

  /** It is not. */
  record Bad<T>(Outcome.Failure failure) implements Parsed<T> {}

  /** {@return what the database answered} */
  static <T> Parsed<T> of(DbResult<T> result) {
    return switch (result) {
      case DbResult.Success<T>(T value) -> new Good<>(value);
      case DbResult.Failure<T>(DbError error) -> new Bad<>(failure(error));
    };
  }

  /** {@return the failure that a database's error comes to} */
  static Outcome.Failure failure(DbError error) {
    return new Outcome.Failure(error.code(), error.cause(), error.nextStep(), error.mayHaveRun());
  }

  /** {@return what the function makes of it, if it is understood} */
  default <U> Parsed<U> then(Function<T, Parsed<U>> function) {
    return switch (this) {
      case Good<T>(T value) -> function.apply(value);
      case Bad<T>(Outcome.Failure failure) -> new Bad<>(failure);
    };
  }

  /** {@return the same with the value turned into something else} */
  default <U> Parsed<U> map(Function<T, U> function) {
    return then(value -> new Good<>(function.apply(value)));
  }
}
