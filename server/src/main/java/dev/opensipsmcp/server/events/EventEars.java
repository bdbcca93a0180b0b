package dev.opensipsmcp.server.events;

import dev.opensipsmcp.mi.event.SubscriptionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** The ears of this server by instance. Nothing listens before the first subscription. */
public final class EventEars implements AutoCloseable {
  private final Function<String, Optional<EventSource>> sources;
  private final SubscriptionSettings settings;
  private final Map<String, EventEar> ears = new ConcurrentHashMap<>();
  private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

  /**
   * Makes the ears.
   *
   * @param sources gives the node of an instance; asked when an instance is first named
   * @param settings how subscriptions are kept alive
   */
  public EventEars(Function<String, Optional<EventSource>> sources, SubscriptionSettings settings) {
    this.sources = sources;
    this.settings = settings;
  }

  /** {@return ears of no node} */
  public static EventEars none() {
    return new EventEars(_ -> Optional.empty(), SubscriptionSettings.defaults());
  }

  /**
   * {@return the ear of an instance}
   *
   * @param instance a name that the gate let through
   * @throws IllegalArgumentException when there is no such instance
   */
  public EventEar of(String instance) {
    return ears.computeIfAbsent(instance, this::make);
  }

  private EventEar make(String instance) {
    EventSource source =
        sources
            .apply(instance)
            .orElseThrow(() -> new IllegalArgumentException("no instance " + instance));
    return new EventEar(
        source, settings, () -> watchers.forEach(watcher -> watcher.accept(instance)));
  }

  /**
   * Has somebody told of every arrival, on the thread that receives.
   *
   * @param watcher takes the instance's name; must be quick and must not throw
   */
  public void onArrival(Consumer<String> watcher) {
    watchers.add(watcher);
  }

  @Override
  public void close() {
    ears.values().forEach(EventEar::close);
  }
}
