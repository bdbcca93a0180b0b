package dev.opensipsmcp.server.hep;

import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.server.config.EvidenceEntry.HepEntry;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.sip.hep.HepReceiver;
import dev.opensipsmcp.sip.hep.HepStore;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Receives over HEP the messages that nodes copy to this server, and keeps them in memory. Nothing
 * listens before somebody asks where to send to; from then on it listens until it is closed, with
 * the server. Only the configured nodes' addresses, and loopback, may send.
 */
public final class HepEar implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int ANY_PORT = 9;

  private final HepEntry entry;
  private final List<NodeEntry> nodes;
  private final InstantSource clock;
  private final List<Runnable> endings = new CopyOnWriteArrayList<>();
  private Optional<Received> received = Optional.empty();
  private volatile Set<InetAddress> welcome = Set.of();

  /**
   * Makes an ear that is still closed.
   *
   * @param entry where to listen, and how much to keep
   * @param nodes who may send, beside loopback
   * @param clock the time
   */
  public HepEar(HepEntry entry, List<NodeEntry> nodes, InstantSource clock) {
    this.entry = entry;
    this.nodes = List.copyOf(nodes);
    this.clock = clock;
  }

  /**
   * What is received.
   *
   * @param receiver counts what came
   * @param store keeps it
   */
  public record Received(HepReceiver receiver, HepStore store) {
    /** {@return where it listens, as {@code address:port}} */
    public String address() {
      InetSocketAddress address = receiver.address();
      return address.getAddress().getHostAddress() + ':' + address.getPort();
    }
  }

  /** Where a node sends to. */
  public sealed interface Place {
    /**
     * There.
     *
     * @param address {@code address:port}, as the node is told
     */
    record At(String address) implements Place {}

    /**
     * Nowhere.
     *
     * @param cause why, one sentence
     */
    record Nowhere(String cause) implements Place {}
  }

  /**
   * {@return where a node sends to; from then on this listens}
   *
   * @param instance the node's name; one that is not configured is taken to be on this host
   */
  public synchronized Place place(String instance) {
    try {
      InetAddress local = InetAddress.getByName(entry.host());
      String node = host(instance);
      if (local.isLoopbackAddress()
          && entry.advertise().isEmpty()
          && !InetAddress.getByName(node).isLoopbackAddress()) {
        return new Place.Nowhere(
            "This server listens for HEP on "
                + entry.host()
                + ", where node "
                + instance
                + " on another host does not reach it.");
      }
      welcome = senders();
      if (received.isEmpty()) {
        received = Optional.of(open(local));
      }
      int port = received.get().receiver().address().getPort();
      return advertised(local, node, port);
    } catch (IOException e) {
      return new Place.Nowhere(
          "This server can't listen for HEP on " + entry.host() + ": " + e.getMessage());
    }
  }

  private Received open(InetAddress local) throws IOException {
    HepStore store = new HepStore("messages received live", (long) entry.keepMegabytes() << 20);
    HepReceiver receiver =
        HepReceiver.open(
            new InetSocketAddress(local, entry.port()), store::add, this::mayCome, clock);
    return new Received(receiver, store);
  }

  private boolean mayCome(InetAddress from) {
    return from.isLoopbackAddress() || welcome.contains(from);
  }

  /** Looked up at every start of a trace, for a name may have moved. */
  private Set<InetAddress> senders() {
    Set<InetAddress> senders = new HashSet<>();
    for (NodeEntry node : nodes) {
      try {
        senders.addAll(List.of(InetAddress.getAllByName(host(node))));
      } catch (IOException _) {
        // A node whose name has no address now can't be asked to send either.
      }
    }
    return Set.copyOf(senders);
  }

  /** A HEP address of a node has its port behind the first colon: there is no IPv6. */
  private Place advertised(InetAddress local, String node, int port) throws IOException {
    if (entry.advertise().isPresent()) {
      String given = entry.advertise().get();
      return new Place.At(given.indexOf(':') < 0 ? given + ':' + port : given);
    }
    InetAddress own = local.isAnyLocalAddress() ? towards(node) : local;
    return own instanceof Inet4Address
        ? new Place.At(own.getHostAddress() + ':' + port)
        : new Place.Nowhere(
            "OpenSIPS takes no IPv6 address for HEP, and this server would be at "
                + own.getHostAddress()
                + '.');
  }

  private String host(String instance) {
    for (NodeEntry node : nodes) {
      if (node.name().equals(instance)) {
        return host(node);
      }
    }
    return LOOPBACK;
  }

  private static String host(NodeEntry node) {
    return switch (MiEndpoint.parse(node.miUrl())) {
      case MiEndpoint.Http http -> Optional.ofNullable(http.url().getHost()).orElse(LOOPBACK);
      case MiEndpoint.Udp udp -> udp.host();
      case MiEndpoint.UnixDatagram _, MiEndpoint.Fifo _ -> LOOPBACK;
    };
  }

  /** Nothing is sent: connecting a datagram socket only asks the system for the way. */
  private static InetAddress towards(String node) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(node), ANY_PORT));
      return socket.getLocalAddress();
    }
  }

  /** {@return what is received, when this ever listened} */
  public synchronized Optional<Received> received() {
    return received;
  }

  /** Has something done before this closes, while nodes can still be reached. */
  public void beforeClosing(Runnable ending) {
    endings.add(ending);
  }

  @Override
  public void close() {
    endings.forEach(Runnable::run);
    synchronized (this) {
      received.ifPresent(it -> it.receiver().close());
    }
  }
}
