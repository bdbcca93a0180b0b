package dev.opensipsmcp.server.toolset.events;

import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code events}. */
public final class EventsToolset {
  static final String NAME = "events";

  private EventsToolset() {}

  /**
   * {@return what nodes tell of their own accord: subscribing, waiting, raising}
   *
   * @param ears receive the nodes' events
   */
  public static Toolset make(EventEars ears) {
    return new Toolset(
        NAME,
        "What nodes tell of their own accord: subscribe to events, wait for them, raise them.",
        List.of(
            EventList.tool(ears),
            EventRaise.tool(),
            EventSubscribe.tool(ears),
            EventSubscriptions.tool(ears),
            EventUnsubscribe.tool(ears),
            EventWait.tool(ears)));
  }
}
