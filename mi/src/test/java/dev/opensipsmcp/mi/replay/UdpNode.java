package dev.opensipsmcp.mi.replay;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The node's end of MI over UDP. */
public final class UdpNode implements AutoCloseable {
  private final DatagramSocket socket;

  /**
   * Starts it.
   *
   * @param script the datagrams that each request gets
   */
  public UdpNode(Function<String, List<String>> script) {
    try {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(() -> serve(script));
  }

  private void serve(Function<String, List<String>> script) {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        String request =
            new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        for (String answer : script.apply(request)) {
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException closed) {
      // The test ended.
    }
  }

  /** {@return the port} */
  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }
}
