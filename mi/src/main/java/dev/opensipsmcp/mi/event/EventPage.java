package dev.opensipsmcp.mi.event;

import java.util.List;

/**
 * The next events of a reader.
 *
 * @param events those that were wanted, in the order of arrival
 * @param next the sequence to go on after: everything up to it was looked at
 * @param missed how many events after the reader's place were overwritten before they were read
 */
public record EventPage(List<ReceivedEvent> events, long next, long missed) {
  public EventPage {
    events = List.copyOf(events);
  }
}
