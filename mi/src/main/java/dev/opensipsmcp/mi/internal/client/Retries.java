package dev.opensipsmcp.mi.internal.client;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends again what is safe to send again. Loaded with the first failure, not with the client. */
final class Retries {
  private static final RetryPolicy<Attempt<?>> POLICY =
      RetryPolicy.<Attempt<?>>builder()
          .handleResultIf(Attempt::again)
          .withMaxRetries(2)
          .withBackoff(Duration.ofMillis(40), Duration.ofMillis(200))
          .build();

  private Retries() {}

  /** {@return the last attempt after the first one, which failed} */
  static <T> Attempt<T> after(Attempt<T> first, Supplier<Attempt<T>> next) {
    try {
      return Failsafe.with(POLICY).get(context -> context.isFirstAttempt() ? first : next.get());
    } catch (FailsafeException withdrawn) {
      // The caller was interrupted between two attempts, which is all that it throws for.
      Thread.currentThread().interrupt();
      return first;
    }
  }
}
