package dev.opensipsmcp.server.events;

import dev.opensipsmcp.mi.event.EventTransport;
import java.util.List;
import java.util.Optional;

/**
 * What an operator set about receiving a node's events; what is empty is found out.
 *
 * @param listenHost the address to listen on
 * @param listenPort the port to listen on; 0 lets the system choose
 * @param advertise the address that the node is told to send to
 * @param transport how the node sends
 * @param from addresses or names that may send; the word {@code any} alone lets everybody
 * @param capacity how many events are kept
 */
public record EventOptions(
    Optional<String> listenHost,
    int listenPort,
    Optional<String> advertise,
    EventTransport transport,
    List<String> from,
    int capacity) {
  /** What lets every address send. */
  public static final String ANY = "any";

  public EventOptions {
    from = List.copyOf(from);
  }

  /** {@return UDP on the address by which the node is reached, from the node only} */
  public static EventOptions defaults() {
    return new EventOptions(
        Optional.empty(), 0, Optional.empty(), EventTransport.UDP, List.of(), 10_000);
  }
}
