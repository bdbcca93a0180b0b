package dev.opensipsmcp.sip.internal.probe;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What happened on a wire, in order. A flood is cut: what does not fit is lost, as on a network.
 */
public final class Inbox {
  private static final int MOST = 128;

  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(MOST);

  /** Adds a message, unless there are too many. */
  void came(byte[] bytes) {
    boolean _ = events.offer(new Event.Came(bytes, System.nanoTime()));
  }

  /** Adds what must not be lost. */
  void happened(Event event) {
    while (!events.offer(event)) {
      events.poll();
    }
  }

  /** {@return the next event within so many nanoseconds; none also when interrupted} */
  public Optional<Event> next(long nanos) {
    try {
      return Optional.ofNullable(events.poll(nanos, TimeUnit.NANOSECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
