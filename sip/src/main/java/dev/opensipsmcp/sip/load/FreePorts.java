package dev.opensipsmcp.sip.load;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports that nobody has, and the own address on the way to a target. */
final class FreePorts {
  private static final int TRIES = 20;

  private FreePorts() {}

  /**
   * {@return a port of an own address that is free for UDP and for TCP}
   *
   * @throws IOException when none is found
   */
  static int find(InetAddress own) throws IOException {
    IOException last = new IOException("No port is free.");
    for (int left = TRIES; left > 0; left--) {
      try (ServerSocket tcp = new ServerSocket(0, 1, own);
          DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), own)) {
        return udp.getLocalPort();
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  /**
   * {@return the own address from which packets go to a target; none is sent}
   *
   * @throws IOException when there is no way to it
   */
  static InetAddress towards(LoadTarget target) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(target.address().inet(), target.port()));
      return socket.getLocalAddress();
    }
  }
}
