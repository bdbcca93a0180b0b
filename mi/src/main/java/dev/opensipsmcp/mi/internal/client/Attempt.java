package dev.opensipsmcp.mi.internal.client;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;

/**
 * How one sending of a call ended.
 *
 * @param result its result
 * @param again whether sending it again is safe and may help
 * @param sign what it told about the node
 */
record Attempt<T>(MiResult<T> result, boolean again, Sign sign) {

  static <T> Attempt<T> answered(MiResult<T> result) {
    return new Attempt<>(result, false, Sign.ANSWERED);
  }

  static <T> Attempt<T> notMade(MiError error) {
    return new Attempt<>(new MiResult.Failure<>(error), false, Sign.NONE);
  }
}
