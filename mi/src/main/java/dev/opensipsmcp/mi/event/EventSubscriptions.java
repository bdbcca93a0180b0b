package dev.opensipsmcp.mi.event;

import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.internal.event.RenewedSubscriptions;
import java.util.List;

/**
 * Subscribes one socket to events of one node, and keeps it subscribed: renews in time, tries again
 * after failures, and notices when the node forgot a subscription. Safe for many threads.
 */
public interface EventSubscriptions extends AutoCloseable {

  /**
   * Makes an empty set. Nothing is sent and no thread runs before the first subscription.
   *
   * @param client the node
   * @param socket what the node sends to, see {@link EventListener#socket}
   * @param settings how they are kept alive
   * @return the set
   */
  static EventSubscriptions of(MiClient client, String socket, SubscriptionSettings settings) {
    return new RenewedSubscriptions(client, socket, settings);
  }

  /**
   * Subscribes, or renews at once. What fails is not kept.
   *
   * @param event the event's name
   * @return the subscription
   */
  MiResult<EventSubscription> subscribe(String event);

  /**
   * Ends a subscription. The node may send events for another second. It is not renewed any more
   * even when the node can't be told.
   *
   * @param event the event's name
   * @return whether there was one, or why the node could not be told
   */
  MiResult<Boolean> unsubscribe(String event);

  /**
   * Keeps alive a subscription that somebody else has just made for this socket, with the expiry of
   * these settings.
   *
   * @param event the event's name
   */
  void adopt(String event);

  /**
   * Stops keeping a subscription alive, without telling the node.
   *
   * @param event the event's name
   * @return whether there was one
   */
  boolean release(String event);

  /** {@return all that are kept alive, by name} */
  List<EventSubscription> all();

  /** Ends all of them, as far as the node can be told. */
  @Override
  void close();
}
