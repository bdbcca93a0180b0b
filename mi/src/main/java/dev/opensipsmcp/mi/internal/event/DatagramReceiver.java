package dev.opensipsmcp.mi.internal.event;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.OptionalLong;

/**
 * Receives a datagram for each event. It has a platform thread of its own: the system holds only
 * some hundred datagrams for a reader that is late, so this one must not queue behind others.
 */
final class DatagramReceiver implements Receiver {
  private static final int LARGEST = 65_535;

  /** Asked for; the system may give less (on Linux net.core.rmem_max). */
  private static final int SYSTEM_BUFFER = 8 << 20;

  private final DatagramChannel channel;
  private final InetSocketAddress address;
  private final Intake intake;

  private DatagramReceiver(DatagramChannel channel, InetSocketAddress address, Intake intake) {
    this.channel = channel;
    this.address = address;
    this.intake = intake;
  }

  static Receiver open(InetSocketAddress bind, Intake intake) throws IOException {
    // Of the address's own family: a node's datagrams then show the sender's plain IPv4 address,
    // and the system's table of sockets lists it under the address that is looked for.
    DatagramChannel channel =
        bind.getAddress() instanceof Inet4Address
            ? DatagramChannel.open(StandardProtocolFamily.INET)
            : DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SYSTEM_BUFFER);
      channel.bind(bind);
      DatagramReceiver receiver =
          new DatagramReceiver(channel, (InetSocketAddress) channel.getLocalAddress(), intake);
      Thread.ofPlatform().daemon().name("events-udp-" + receiver.port()).start(receiver::receive);
      return receiver;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void receive() {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    while (channel.isOpen()) {
      try {
        buffer.clear();
        InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer);
        if (intake.admits(sender.getAddress())) {
          intake.take(buffer.array(), 0, buffer.position());
        }
      } catch (IOException e) {
        // Closed, or one datagram failed; the loop's condition tells which.
      }
    }
  }

  @Override
  public int port() {
    return address.getPort();
  }

  @Override
  public OptionalLong systemDrops() {
    return SystemDrops.of(address);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed to us either way.
    }
  }
}
