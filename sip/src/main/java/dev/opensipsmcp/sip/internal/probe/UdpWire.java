package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;

/**
 * Datagrams to and from one place. The socket is connected, so that the network's refusals come
 * back, and nobody else gets in; answers from another address than the asked one are not seen.
 */
final class UdpWire implements Wire {
  private final DatagramSocket socket;
  private final ProbeTarget target;
  private final Inbox inbox;

  private UdpWire(DatagramSocket socket, ProbeTarget target, Inbox inbox) {
    this.socket = socket;
    this.target = target;
    this.inbox = inbox;
  }

  static Wire open(ProbeTarget target, Inbox inbox) throws IOException {
    DatagramSocket socket = new DatagramSocket();
    try {
      socket.connect(new InetSocketAddress(target.address().inet(), target.port()));
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
    UdpWire wire = new UdpWire(socket, target, inbox);
    inbox.happened(new Event.Ready());
    Thread.ofVirtual().start(wire::listen);
    return wire;
  }

  private void listen() {
    DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
    while (!socket.isClosed()) {
      try {
        packet.setLength(1 << 16);
        socket.receive(packet);
        inbox.came(Arrays.copyOf(packet.getData(), packet.getLength()));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          inbox.happened(new Event.Broken(Failures.of(e, target)));
        }
        return;
      }
    }
  }

  @Override
  public String local() {
    return ProbeTarget.place(new IpAddress(socket.getLocalAddress()), socket.getLocalPort());
  }

  @Override
  public void send(byte[] message) throws IOException {
    socket.send(new DatagramPacket(message, message.length));
  }

  @Override
  public void close() {
    socket.close();
  }
}
