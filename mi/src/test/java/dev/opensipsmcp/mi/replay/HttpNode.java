package dev.opensipsmcp.mi.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers each connection's request with bytes that a test chooses. */
public final class HttpNode implements AutoCloseable {

  /** What a request gets. */
  @FunctionalInterface
  public interface Script {
    Played answer(HttpCall call) throws IOException;
  }

  /**
   * An answer.
   *
   * @param bytes what is sent
   * @param keptOpen whether the connection then stays open, silent
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; written once and only read.
  public record Played(byte[] bytes, boolean keptOpen) {
    public static Played of(String text) {
      return new Played(text.getBytes(StandardCharsets.UTF_8), false);
    }

    public static Played neverEnding(String text) {
      return new Played(text.getBytes(StandardCharsets.UTF_8), true);
    }

    public static Played json(String body) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      return of(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
              + length
              + "\r\n\r\n"
              + body);
    }

    public static Played silence() {
      return neverEnding("");
    }
  }

  private final ServerSocket server;
  private final Script script;
  private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private HttpNode(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
  }

  /** {@return a running server on loopback} */
  public static HttpNode start(Script script) {
    try {
      return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** {@return a running server on a socket, such as one for TLS} */
  public static HttpNode start(ServerSocket socket, Script script) {
    HttpNode node = new HttpNode(socket, script);
    Thread.ofVirtual().start(node::accept);
    return node;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test ended.
    }
  }

  private void serve(Socket socket) {
    try {
      HttpCall call = read(socket.getInputStream());
      calls.add(call);
      Played played = script.answer(call);
      socket.getOutputStream().write(played.bytes());
      if (!played.keptOpen()) {
        socket.close();
        open.remove(socket);
      }
    } catch (IOException | RuntimeException gone) {
      try {
        socket.close();
      } catch (IOException alreadyClosed) {
        // Nothing is left to close.
      }
    }
  }

  private static HttpCall read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    int length = 0;
    for (String line : text.split("\r\n", -1)) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    return new HttpCall(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  /** {@return the requests so far; each came on a connection of its own} */
  public List<HttpCall> calls() {
    return calls;
  }

  /** {@return the MI address} */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/mi");
  }

  /** {@return the port} */
  public int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
