package dev.opensipsmcp.server.events;

import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.event.ListenerSettings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a node's events are received.
 *
 * @param listener how to listen
 * @param advertise the address that the node is told
 */
record EventPlace(ListenerSettings listener, String advertise) {
  private static final int ANY_PORT = 9;

  /**
   * Finds out what the options leave open: the local address is the one by which the node is
   * reached, and only the node's addresses may send.
   *
   * @throws IOException when a name has no address or the node no way
   */
  static EventPlace of(MiEndpoint endpoint, EventOptions options) throws IOException {
    String node = host(endpoint);
    InetAddress local =
        options.listenHost().isPresent()
            ? InetAddress.getByName(options.listenHost().get())
            : towards(node);
    String advertise =
        options
            .advertise()
            .orElse((local.isAnyLocalAddress() ? towards(node) : local).getHostAddress());
    return new EventPlace(
        new ListenerSettings(
            new InetSocketAddress(local, options.listenPort()),
            options.transport(),
            options.capacity(),
            senders(node, advertise, options.from())),
        advertise);
  }

  private static String host(MiEndpoint endpoint) {
    return switch (endpoint) {
      case MiEndpoint.Http http -> http.url().getHost();
      case MiEndpoint.Udp udp -> udp.host();
      case MiEndpoint.UnixDatagram _, MiEndpoint.Fifo _ -> "127.0.0.1";
    };
  }

  /** Nothing is sent: connecting a datagram socket only asks the system for the way. */
  private static InetAddress towards(String node) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(node), ANY_PORT));
      return socket.getLocalAddress();
    }
  }

  /** A node on this machine sends from whichever of its addresses it is told to send to. */
  private static Set<InetAddress> senders(String node, String advertise, List<String> from)
      throws IOException {
    Set<InetAddress> senders = new LinkedHashSet<>();
    if (from.equals(List.of(EventOptions.ANY))) {
      return senders;
    }
    for (String one : from.isEmpty() ? List.of(node) : from) {
      senders.addAll(List.of(InetAddress.getAllByName(one)));
    }
    if (from.isEmpty() && InetAddress.getAllByName(node)[0].isLoopbackAddress()) {
      senders.addAll(List.of(InetAddress.getAllByName(advertise)));
      senders.add(InetAddress.ofLiteral("127.0.0.1"));
    }
    return senders;
  }
}
