package dev.opensipsmcp.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a client and a node and hands on what the node answers no faster than a given
 * rate, as the network or a slower node would. Requests pass at once.
 *
 * <p>It is no buffer: it reads on only after it has handed on what it read, and time that the
 * client does not take bytes in is lost to the client, but for a millisecond or two.
 */
final class PacedLink implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  /** What is made up for when the clock of the machine let a pause last too long. */
  private static final long MADE_UP_FOR_NANOS = 2_000_000;

  private final InetSocketAddress node;
  private final String path;
  private final double nanosPerByte;
  private final ServerSocket server;

  /**
   * Opens the link.
   *
   * @param node the node's MI address
   * @param bytesPerSecond at most this many bytes of answers in a second
   * @throws IOException when there is no port
   */
  PacedLink(URI node, double bytesPerSecond) throws IOException {
    this.node = new InetSocketAddress(node.getHost(), node.getPort());
    this.path = node.getPath();
    this.nanosPerByte = 1e9 / bytesPerSecond;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("paced-link").start(this::accept);
  }

  /** {@return the MI address to use instead of the node's} */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofPlatform().daemon().name("paced-link-client").start(() -> serve(client));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket far = new Socket()) {
      client.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      far.connect(node);
      Thread.ofPlatform().daemon().name("paced-link-request").start(() -> request(client, far));
      handOn(far.getInputStream(), client.getOutputStream());
    } catch (IOException e) {
      // One side went; closing both tells the other.
    }
  }

  private static void request(Socket client, Socket far) {
    try {
      client.getInputStream().transferTo(far.getOutputStream());
    } catch (IOException e) {
      // The answer's side closes both.
    }
  }

  private void handOn(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[CHUNK];
    long due = System.nanoTime();
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      due = Math.max(due, System.nanoTime() - MADE_UP_FOR_NANOS) + (long) (read * nanosPerByte);
      for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      out.write(buffer, 0, read);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
