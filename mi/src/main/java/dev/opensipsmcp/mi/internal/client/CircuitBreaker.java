package dev.opensipsmcp.mi.internal.client;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.mi.MiHealth.Breaker;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.MiSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Answers in place of a node that failed several calls in a row, so that its callers do not wait
 * for what will not come. After a rest, one call tries the node: when it is answered all calls go
 * through again, else the node rests once more. What it answers was never sent, so a change that
 * meets an open breaker has not run. Safe for many threads.
 */
final class CircuitBreaker {
  private final String address;
  private final MiSettings.Rest rest;
  private final LongSupplier nanos;
  private Breaker state = Breaker.CLOSED;
  private int failures;
  private String lastFailure = "";
  private long firstFailedAt;
  private long openedAt;

  /**
   * Makes a closed breaker.
   *
   * @param address the node, for error texts
   * @param rest when the node is left alone
   * @param nanos a clock that only runs forward, in nanoseconds
   */
  CircuitBreaker(String address, MiSettings.Rest rest, LongSupplier nanos) {
    this.address = address;
    this.rest = rest;
    this.nanos = nanos;
  }

  /**
   * Lets a call through, or not; {@return why not} Every call let through must be {@link #ended}.
   */
  synchronized Optional<MiError> enter() {
    Optional<MiError> refusal = refusal();
    if (refusal.isEmpty() && state == Breaker.OPEN) {
      state = Breaker.HALF_OPEN;
    }
    return refusal;
  }

  /** {@return why a call would not be let through now, if so} */
  synchronized Optional<MiError> refusal() {
    return switch (state) {
      case CLOSED -> Optional.empty();
      case HALF_OPEN -> Optional.of(resting());
      case OPEN -> left().isPositive() ? Optional.of(resting()) : Optional.empty();
    };
  }

  /** {@return why a call that was let through and had to wait its turn must not go on after all} */
  synchronized Optional<MiError> stillOpen() {
    return state == Breaker.OPEN ? Optional.of(resting()) : Optional.empty();
  }

  /** Takes what a call that was let through told about the node. */
  synchronized void ended(Attempt<?> attempt) {
    switch (attempt.sign()) {
      case ANSWERED -> {
        state = Breaker.CLOSED;
        failures = 0;
        lastFailure = "";
      }
      case FAILED -> failed(cause(attempt));
      case NONE -> state = state == Breaker.HALF_OPEN ? Breaker.OPEN : state;
    }
  }

  /** {@return what is known about the node} */
  synchronized MiHealth health() {
    return failures == 0
        ? MiHealth.good()
        : new MiHealth(state, failures, lastFailure, since(firstFailedAt), left());
  }

  private void failed(String cause) {
    lastFailure = cause;
    if (failures == 0) {
      firstFailedAt = nanos.getAsLong();
    }
    failures++;
    if (failures >= rest.afterFailures()) {
      state = Breaker.OPEN;
      openedAt = nanos.getAsLong();
    }
  }

  private static String cause(Attempt<?> attempt) {
    return switch (attempt.result()) {
      case MiResult.Success<?> _ -> "";
      case MiResult.Failure<?> failure -> failure.error().cause();
    };
  }

  private MiError resting() {
    String when =
        state == Breaker.HALF_OPEN
            ? "Another call is trying it now; ask again in a moment."
            : "The first call after " + seconds(left()) + " tries it again.";
    return new MiError.Resting(
        address
            + " answered none of the last "
            + failures
            + " calls, for "
            + seconds(since(firstFailedAt))
            + ", so it is left alone and nothing was sent. The last failure: "
            + lastFailure,
        when);
  }

  private Duration left() {
    if (state != Breaker.OPEN) {
      return Duration.ZERO;
    }
    Duration left = rest.length().minus(since(openedAt));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration since(long then) {
    return Duration.ofNanos(nanos.getAsLong() - then);
  }

  /** Rounded up, so that whoever waits that long does not come too early. */
  private static String seconds(Duration duration) {
    return (duration.toMillis() + 999) / 1000 + " s";
  }
}
