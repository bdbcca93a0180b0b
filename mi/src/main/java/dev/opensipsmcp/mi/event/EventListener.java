package dev.opensipsmcp.mi.event;

import dev.opensipsmcp.mi.internal.event.BufferedListener;
import java.io.IOException;
import java.time.Duration;

/**
 * Receives one node's events and keeps the latest for any number of readers, in the order of
 * arrival. Safe for many threads. Nothing is dropped without being counted.
 */
public interface EventListener extends AutoCloseable {

  /**
   * Starts to listen.
   *
   * @param settings where and from whom
   * @return the running listener
   * @throws IOException when the address can't be had
   */
  static EventListener open(ListenerSettings settings) throws IOException {
    return BufferedListener.open(settings);
  }

  /** {@return how events come} */
  EventTransport transport();

  /** {@return the port that it listens on} */
  int port();

  /**
   * {@return what a node is to be told in a subscription, for example {@code udp:192.0.2.1:4000}}
   *
   * @param host an address of this machine that the node can reach
   */
  default String socket(String host) {
    return transport().scheme() + ':' + host + ':' + port();
  }

  /** {@return the sequence of the latest event; 0 before the first} */
  long latest();

  /** {@return what became of all that arrived} */
  EventCounts counts();

  /**
   * Waits for wanted events and returns as soon as there is one.
   *
   * @param filter which are wanted
   * @param after the place of the reader: 0 for the oldest that is kept, {@link #latest} for what
   *     comes from now on, {@link EventPage#next} to go on; a later place than the latest is taken
   *     as the latest
   * @param most how many may be returned, at least 1
   * @param patience how long to wait when there is none; not at all when zero
   * @return the wanted ones; empty when time was up or the listener is closed
   * @throws InterruptedException when the caller was cancelled
   */
  EventPage await(EventFilter filter, long after, int most, Duration patience)
      throws InterruptedException;

  /**
   * Has something run after each arrival, on the thread that receives: it must be quick and must
   * not throw.
   *
   * @param action what to run
   */
  void onArrival(Runnable action);

  /** Stops listening; readers that wait return. */
  @Override
  void close();
}
