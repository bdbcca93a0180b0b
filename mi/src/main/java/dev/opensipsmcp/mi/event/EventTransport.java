package dev.opensipsmcp.mi.event;

/** How a node sends its events. */
public enum EventTransport {
  /**
   * A datagram for each event (module {@code event_datagram}); what the system drops is counted.
   */
  UDP("udp"),
  /** One connection with an object after another (module {@code event_stream}). */
  TCP("tcp");

  private final String scheme;

  EventTransport(String scheme) {
    this.scheme = scheme;
  }

  /** {@return what stands before the address in a subscription, for example {@code udp}} */
  public String scheme() {
    return scheme;
  }
}
