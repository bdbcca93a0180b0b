package dev.opensipsmcp.server.toolset.cdr;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;

/**
 * What was made of a call's arguments.
 *
 * @param <T> what
 */
sealed interface Given<T> {

  /**
   * They are understood.
   *
   * @param value what they say
   */
  record Good<T>(T value) implements Given<T> {}

  /**
   * They are not.
   *
   * @param failure why
   */
  record Bad<T>(Outcome.Failure failure) implements Given<T> {}

  /** {@return that an argument is not what it should be} */
  static <T> Bad<T> wrong(String cause, String next) {
    return new Bad<>(ToolError.ARGUMENTS_WRONG.failure(cause, next));
  }

  /** {@return the failure that a database's error comes to} */
  static Outcome.Failure failure(DbError error) {
    return new Outcome.Failure(error.code(), error.cause(), error.nextStep(), error.mayHaveRun());
  }
}
