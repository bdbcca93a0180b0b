package dev.opensipsmcp.mi.event;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;

/**
 * Where and from whom events are received.
 *
 * @param bind the address to listen on; port 0 lets the system choose
 * @param transport how they come
 * @param capacity how many events are kept for their readers, 1 to 1,000,000
 * @param senders the addresses that may send; every address when empty
 */
public record ListenerSettings(
    InetSocketAddress bind, EventTransport transport, int capacity, Set<InetAddress> senders) {
  private static final int MOST = 1_000_000;

  public ListenerSettings {
    if (capacity < 1 || capacity > MOST) {
      throw new IllegalArgumentException("capacity: 1 to " + MOST + ", not " + capacity);
    }
    senders = Set.copyOf(senders);
  }

  /**
   * {@return settings for a node on this machine: a port of loopback, 10,000 events kept}
   *
   * @param transport how events come
   */
  public static ListenerSettings loopback(EventTransport transport) {
    InetAddress here = InetAddress.getLoopbackAddress();
    return new ListenerSettings(new InetSocketAddress(here, 0), transport, 10_000, Set.of(here));
  }
}
