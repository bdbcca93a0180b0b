package dev.opensipsmcp.mi.internal.client;

import dev.opensipsmcp.mi.MiError;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The queue before one node: one call at a time, in the order of arrival, because one process of
 * the node serves them all; bounded, so that a silent node can't collect callers.
 */
final class Turns {
  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final int most;
  private final Duration patience;

  Turns(int most, Duration patience) {
    this.most = most;
    this.patience = patience;
  }

  /** Waits for a turn; {@return why there is none, or nothing when the caller has it} */
  Optional<MiError> take() {
    // Not tryAcquire(): that would overtake those who wait.
    if (waiting.incrementAndGet() > most + 1) {
      waiting.decrementAndGet();
      return busy(most + " calls wait for this node already");
    }
    boolean taken = false;
    try {
      taken = turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
      return taken
          ? Optional.empty()
          : busy("The calls before this one took longer than " + patience.toSeconds() + " s");
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      return busy("The call was cancelled while it waited for its turn");
    } finally {
      if (!taken) {
        waiting.decrementAndGet();
      }
    }
  }

  /** Gives the turn to the next. */
  void give() {
    waiting.decrementAndGet();
    turn.release();
  }

  private static Optional<MiError> busy(String cause) {
    return Optional.of(
        new MiError.Busy(
            cause + "; nothing was sent",
            "Ask again later; an asynchronous command holds all others of its node for seconds."));
  }
}
