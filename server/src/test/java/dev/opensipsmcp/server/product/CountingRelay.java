package dev.opensipsmcp.server.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a node and counts the bytes that it answers with, as far as they are fetched. */
final class CountingRelay implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final URI node;
  private final AtomicLong answered = new AtomicLong();

  CountingRelay(URI node) throws IOException {
    this.node = node;
    Thread.ofVirtual().start(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + node.getPath());
  }

  /** {@return the bytes answered since the last time} */
  long take() {
    return answered.getAndSet(0);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket far = new Socket(node.getHost(), node.getPort());
        Thread.ofVirtual().start(() -> copy(client, far, new AtomicLong()));
        Thread.ofVirtual().start(() -> copy(far, client, answered));
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private static void copy(Socket from, Socket to, AtomicLong count) {
    byte[] buffer = new byte[1 << 14];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        count.addAndGet(read);
      }
    } catch (IOException _) {
      // One side has had enough; closing both tells the other.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
