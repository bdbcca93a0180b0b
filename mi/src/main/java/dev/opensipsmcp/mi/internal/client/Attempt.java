package dev.opensipsmcp.mi.internal.client;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;

/**
 * How one sending of a call ended.
 *
 * @param result its result
 * @param again whether sending it again is safe and may help
 */
record Attempt<T>(MiResult<T> result, boolean again) {

  static <T> Attempt<T> failed(MiError error) {
    return new Attempt<>(new MiResult.Failure<>(error), false);
  }
}
