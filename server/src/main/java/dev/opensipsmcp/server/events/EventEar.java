package dev.opensipsmcp.server.events;

import dev.opensipsmcp.mi.event.EventListener;
import dev.opensipsmcp.mi.event.EventSubscription;
import dev.opensipsmcp.mi.event.EventSubscriptions;
import dev.opensipsmcp.mi.event.SubscriptionSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Receives one node's events from the first subscription on, for all callers of this server. Safe
 * for many threads.
 */
public final class EventEar implements AutoCloseable {
  private final EventSource source;
  private final SubscriptionSettings settings;
  private final Runnable arrived;
  private Optional<Open> open = Optional.empty();

  private record Open(
      EventListener listener, EventSubscriptions subscriptions, String socket, String epoch) {}

  /**
   * An ear that is still closed.
   *
   * @param source the node
   * @param settings how subscriptions are kept alive
   * @param arrived runs after each event; quick
   */
  EventEar(EventSource source, SubscriptionSettings settings, Runnable arrived) {
    this.source = source;
    this.settings = settings;
    this.arrived = arrived;
  }

  /**
   * Begins to listen, unless it does.
   *
   * @return what the node is to be told as the socket to send to
   * @throws IOException when the configured address can't be had
   */
  public synchronized String listen() throws IOException {
    if (open.isEmpty()) {
      EventPlace place = EventPlace.of(source.endpoint(), source.options());
      EventListener listener = EventListener.open(place.listener());
      listener.onArrival(arrived);
      String socket = listener.socket(place.advertise());
      EventSubscriptions subscriptions = EventSubscriptions.of(source.client(), socket, settings);
      String epoch = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
      open = Optional.of(new Open(listener, subscriptions, socket, epoch));
    }
    return open.get().socket();
  }

  private synchronized Optional<Open> now() {
    return open;
  }

  /** {@return what receives, once there was a subscription} */
  public Optional<EventListener> listener() {
    return now().map(Open::listener);
  }

  /** {@return the socket that the node sends to, once there was a subscription} */
  public Optional<String> socket() {
    return now().map(Open::socket);
  }

  /** {@return how long the node keeps a subscription that is not renewed, in seconds} */
  public long expirySeconds() {
    return settings.expiry().toSeconds();
  }

  /**
   * Keeps alive a subscription that the node has just confirmed; it must be listening.
   *
   * @param event the event's name
   */
  public void keep(String event) {
    now()
        .orElseThrow(() -> new IllegalStateException("not listening"))
        .subscriptions()
        .adopt(event);
  }

  /**
   * Keeps a subscription alive no longer.
   *
   * @param event the event's name
   * @return whether it did
   */
  public boolean release(String event) {
    return now().map(at -> at.subscriptions().release(event)).orElse(false);
  }

  /** {@return the subscriptions that are kept alive, by name} */
  public List<EventSubscription> subscriptions() {
    return now().map(at -> at.subscriptions().all()).orElse(List.of());
  }

  /**
   * {@return a reader's place as a text that no other run of this server understands}
   *
   * @param sequence the place; it must be listening
   */
  public String cursor(long sequence) {
    return now().orElseThrow(() -> new IllegalStateException("not listening")).epoch()
        + '-'
        + sequence;
  }

  /**
   * {@return the place that a cursor means; empty when it is none of this run}
   *
   * @param cursor what {@link #cursor} gave
   */
  public OptionalLong place(String cursor) {
    int dash = cursor.indexOf('-');
    boolean mine = dash > 0 && now().map(at -> cursor.startsWith(at.epoch() + '-')).orElse(false);
    if (!mine || !cursor.substring(dash + 1).matches("[0-9]{1,18}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(cursor.substring(dash + 1)));
  }

  /** Ends the subscriptions, as far as the node can be told, and stops listening. */
  @Override
  public void close() {
    Optional<Open> was = now();
    if (was.isPresent()) {
      was.get().subscriptions().close();
      was.get().listener().close();
    }
  }
}
