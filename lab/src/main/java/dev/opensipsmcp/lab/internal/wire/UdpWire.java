package dev.opensipsmcp.lab.internal.wire;

import com.google.gson.JsonNull;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Received;
import dev.opensipsmcp.lab.internal.rpc.Engine;
import dev.opensipsmcp.lab.internal.rpc.Envelope;
import dev.opensipsmcp.lab.internal.rpc.Payload;
import dev.opensipsmcp.lab.internal.rpc.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** MI over UDP datagrams on loopback: one in, at most one out. */
public final class UdpWire implements AutoCloseable {
  /** The largest answer, in bytes: the default of {@code socket_buf_size}. */
  private static final int ANSWER_LIMIT = 65_457;

  private final DatagramSocket socket;
  private final Engine engine;
  private final Version version;
  private final Runnable crash;

  private UdpWire(DatagramSocket socket, Engine engine, Version version, Runnable crash) {
    this.socket = socket;
    this.engine = engine;
    this.version = version;
    this.crash = crash;
  }

  /**
   * Starts to listen.
   *
   * @param engine takes the requests
   * @param version decides whether a batch ends the server
   * @param crash ends the server
   * @return the running transport
   */
  public static UdpWire start(Engine engine, Version version, Runnable crash) {
    try {
      DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      UdpWire wire = new UdpWire(socket, engine, version, crash);
      Thread.ofVirtual().name("lab-udp").start(wire::serve);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException("no port on loopback for MI over UDP", e);
    }
  }

  /** {@return the port that the system chose} */
  public int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        String text = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
        Optional<byte[]> answer = text.isEmpty() ? Optional.empty() : answer(text);
        if (answer.isPresent()) {
          byte[] bytes = answer.get();
          socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // Closed, or the sender is gone; the loop's condition tells which.
      }
    }
  }

  private Optional<byte[]> answer(String text) throws IOException {
    return switch (engine.take(text, Received.Transport.UDP)) {
      case Reply.Answer answer ->
          answer.body().length() > ANSWER_LIMIT
              ? Optional.empty()
              : Optional.of(bytes(answer.body()));
      case Reply.NotJson _ -> Optional.of("400 Parse_error".getBytes(StandardCharsets.US_ASCII));
      case Reply.Batch _ -> batch();
      case Reply.Bodiless _ -> Optional.empty();
      case Reply.Html _ -> Optional.empty();
      case Reply.Silence _ -> Optional.empty();
      case Reply.Hangup _ -> Optional.empty();
      case Reply.Broken _ -> Optional.empty();
    };
  }

  private Optional<byte[]> batch() throws IOException {
    if (version.groupsMiCommands()) {
      crash.run();
      return Optional.empty();
    }
    return Optional.of(bytes(Envelope.invalidRequest(JsonNull.INSTANCE)));
  }

  static byte[] bytes(Payload payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    payload.writeTo(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
