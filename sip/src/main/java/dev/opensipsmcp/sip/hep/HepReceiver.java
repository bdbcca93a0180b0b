package dev.opensipsmcp.sip.hep;

import dev.opensipsmcp.sip.internal.hep.HepConnection;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Receives HEP over UDP and TCP on one port. Closing it ends all its threads. */
public final class HepReceiver implements AutoCloseable {
  private static final int TRIES = 20;
  private static final int MOST_CONNECTIONS = 64;
  private static final int SOCKET_BUFFER = 4 << 20;

  private final DatagramChannel datagrams;
  private final ServerSocketChannel server;
  private final InetSocketAddress address;
  private final Consumer<HepPacket> taker;
  private final Predicate<InetAddress> welcome;
  private final InstantSource clock;
  private final Set<HepConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong packets = new AtomicLong();
  private final AtomicLong damaged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  private HepReceiver(
      DatagramChannel datagrams,
      ServerSocketChannel server,
      Consumer<HepPacket> taker,
      Predicate<InetAddress> welcome,
      InstantSource clock)
      throws IOException {
    this.datagrams = datagrams;
    this.server = server;
    this.address = (InetSocketAddress) datagrams.getLocalAddress();
    this.taker = taker;
    this.welcome = welcome;
    this.clock = clock;
  }

  /**
   * {@return a receiver that listens}
   *
   * @param address where to listen; port 0 lets the system choose
   * @param taker takes each packet; called by several threads
   * @param welcome who may send; what others send is counted and forgotten
   * @param clock the time of packets that bring none
   * @throws IOException when the port is taken or the address is not this host's
   */
  public static HepReceiver open(
      InetSocketAddress address,
      Consumer<HepPacket> taker,
      Predicate<InetAddress> welcome,
      InstantSource clock)
      throws IOException {
    for (int left = address.getPort() == 0 ? TRIES : 1; ; left--) {
      DatagramChannel datagrams = DatagramChannel.open();
      ServerSocketChannel server = ServerSocketChannel.open();
      try {
        datagrams.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
        datagrams.bind(address);
        server.bind(datagrams.getLocalAddress());
        HepReceiver receiver = new HepReceiver(datagrams, server, taker, welcome, clock);
        Thread.ofVirtual().name("hep-udp").start(receiver::datagrams);
        Thread.ofVirtual().name("hep-tcp").start(receiver::accept);
        return receiver;
      } catch (BindException e) {
        // The port that the system chose for UDP may be taken for TCP.
        datagrams.close();
        server.close();
        if (left <= 1) {
          throw e;
        }
      } catch (IOException | RuntimeException e) {
        datagrams.close();
        server.close();
        throw e;
      }
    }
  }

  /** {@return where it listens} */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * What came.
   *
   * @param packets packets that were taken
   * @param damaged packets that could not be read
   * @param refused packets and connections of those who may not send
   */
  public record Counts(long packets, long damaged, long refused) {}

  /** {@return what came so far} */
  public Counts counts() {
    return new Counts(packets.get(), damaged.get(), refused.get());
  }

  private void datagrams() {
    ByteBuffer room = ByteBuffer.allocate(1 << 16);
    while (datagrams.isOpen()) {
      try {
        room.clear();
        InetSocketAddress from = (InetSocketAddress) datagrams.receive(room);
        if (from != null && welcome.test(from.getAddress())) {
          take(room.flip());
        } else {
          refused.incrementAndGet();
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        damaged.incrementAndGet();
      }
    }
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        boolean may =
            connections.size() < MOST_CONNECTIONS
                && welcome.test(channel.socket().getInetAddress());
        if (!may) {
          refused.incrementAndGet();
          channel.close();
          continue;
        }
        HepConnection connection = new HepConnection(channel, this::take, damaged::incrementAndGet);
        connections.add(connection);
        Thread.ofVirtual()
            .name("hep-tcp-client")
            .start(() -> {
              connection.run();
              connections.remove(connection);
            });
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        damaged.incrementAndGet();
      }
    }
  }

  private void take(ByteBuffer bytes) {
    switch (Hep.read(bytes, clock.instant())) {
      case HepRead.Packet(HepPacket packet) -> {
        packets.incrementAndGet();
        taker.accept(packet);
      }
      case HepRead.Damaged _ -> damaged.incrementAndGet();
      case HepRead.KeepAlive _ -> {
        // Nothing to keep.
      }
    }
  }

  @Override
  public void close() {
    try {
      datagrams.close();
      server.close();
    } catch (IOException e) {
      // Both are closed as far as this process is concerned.
    }
    connections.forEach(HepConnection::close);
  }
}
