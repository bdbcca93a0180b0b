package dev.opensipsmcp.mcp.internal.core;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spreads events to subscribers. Each subscriber is told in order on a virtual thread of its own,
 * so a client that reads slowly holds up nobody; an event that still waits for it is not queued
 * twice, which bounds the queue by what it subscribed to. Safe for use from many threads.
 */
public final class Subscriptions implements AutoCloseable {
  private final Set<Subscription> all = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Who wants to hear of events. */
  public interface Listener {
    /**
     * {@return whether an event concerns this listener}
     *
     * @param event what happened
     */
    boolean wants(ServerEvent event);

    /**
     * Hears of an event.
     *
     * @param event what happened
     */
    void tell(ServerEvent event);

    /** Hears that the server stops, and that this was the last. */
    void ended();
  }

  /** One subscriber; closing it ends the events. */
  public final class Subscription implements AutoCloseable {
    private final Listener listener;
    private final Set<ServerEvent> waiting = new LinkedHashSet<>();
    private boolean started;
    private boolean telling;

    private Subscription(Listener listener) {
      this.listener = listener;
    }

    /** Begins to tell, first what happened since the subscriber was added. */
    public synchronized void start() {
      started = true;
      tellSoon();
    }

    private synchronized void offer(ServerEvent event) {
      waiting.add(event);
      tellSoon();
    }

    private synchronized void tellSoon() {
      if (started && !telling && !waiting.isEmpty()) {
        telling = true;
        Thread.ofVirtual().name("mcp-events").start(this::tell);
      }
    }

    private void tell() {
      while (true) {
        ServerEvent next;
        synchronized (this) {
          if (waiting.isEmpty()) {
            telling = false;
            return;
          }
          next = waiting.iterator().next();
          waiting.remove(next);
        }
        if (all.contains(this)) {
          listener.tell(next);
        }
      }
    }

    /** Ends the subscription from the client's side. */
    @Override
    public void close() {
      all.remove(this);
    }
  }

  /**
   * Adds a subscriber. It misses nothing from now on, but is told nothing before {@link
   * Subscription#start}.
   *
   * @param listener who; told at once when the server has already stopped
   * @return the subscription
   */
  public Subscription add(Listener listener) {
    Subscription subscription = new Subscription(listener);
    all.add(subscription);
    if (closed) {
      end(subscription);
    }
    return subscription;
  }

  /**
   * Tells all subscribers.
   *
   * @param event what happened
   */
  public void publish(ServerEvent event) {
    for (Subscription subscription : all) {
      if (subscription.listener.wants(event)) {
        subscription.offer(event);
      }
    }
  }

  /** Ends all subscriptions from the server's side. */
  @Override
  public void close() {
    closed = true;
    for (Subscription subscription : all) {
      end(subscription);
    }
  }

  private void end(Subscription subscription) {
    if (all.remove(subscription)) {
      subscription.listener.ended();
    }
  }
}
