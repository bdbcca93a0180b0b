package dev.opensipsmcp.mcp.internal.core;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Spreads events to subscribers. Each subscriber is told in order on a virtual thread of its own,
 * so a client that reads slowly holds up nobody; an event that still waits for it is not queued
 * twice, which bounds the queue by what it subscribed to. Safe for use from many threads.
 */
public final class Subscriptions implements AutoCloseable {
  private final Set<Subscription> all = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** One subscriber; closing it ends the events. */
  public final class Subscription implements AutoCloseable {
    private final Predicate<ServerEvent> wanted;
    private final Consumer<ServerEvent> listener;
    private final Runnable ended;
    private final Set<ServerEvent> waiting = new LinkedHashSet<>();
    private boolean telling;

    private Subscription(
        Predicate<ServerEvent> wanted, Consumer<ServerEvent> listener, Runnable ended) {
      this.wanted = wanted;
      this.listener = listener;
      this.ended = ended;
    }

    private synchronized void offer(ServerEvent event) {
      waiting.add(event);
      if (!telling) {
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
          listener.accept(next);
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
   * Adds a subscriber.
   *
   * @param wanted which events concern it
   * @param listener told of each of these
   * @param ended told once when the server stops; at once if it already has
   * @return the subscription
   */
  public Subscription add(
      Predicate<ServerEvent> wanted, Consumer<ServerEvent> listener, Runnable ended) {
    Subscription subscription = new Subscription(wanted, listener, ended);
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
      if (subscription.wanted.test(event)) {
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
      subscription.ended.run();
    }
  }
}
