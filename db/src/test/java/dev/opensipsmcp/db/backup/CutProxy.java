package dev.opensipsmcp.db.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network that breaks when a test wants it to. Made for tests; safe for many threads. */
final class CutProxy implements AutoCloseable {
  private final ServerSocket server;
  private final InetSocketAddress target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile Cut atCommit = Cut.NEVER;
  private volatile boolean silent;

  /** When a connection breaks by itself. */
  enum Cut {
    NEVER,
    /** Before the server hears of a commit. */
    BEFORE_COMMIT,
    /** When the server has heard of it, before it can answer. */
    AFTER_COMMIT
  }

  CutProxy(String host, int port) throws IOException {
    target = new InetSocketAddress(host, port);
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void at(Cut cut) {
    atCommit = cut;
  }

  /** Breaks every connection. */
  void cut() {
    sockets.forEach(CutProxy::close);
  }

  /** Lets nothing through any more, and tells nobody. */
  void swallow() {
    silent = true;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket far = new Socket();
        far.connect(target);
        sockets.add(client);
        sockets.add(far);
        Thread.ofVirtual().start(() -> pump(client, far, true));
        Thread.ofVirtual().start(() -> pump(far, client, false));
      } catch (IOException _) {
        // Closed, or a client that left at once.
      }
    }
  }

  private void pump(Socket from, Socket to, boolean outward) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        boolean commit =
            outward
                && atCommit != Cut.NEVER
                && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT");
        if (commit && atCommit == Cut.BEFORE_COMMIT) {
          break;
        }
        if (silent || (commit && !outward)) {
          continue;
        }
        if (commit) {
          // The answer must not get through while the connection is being broken.
          silent = true;
        }
        out.write(buffer, 0, read);
        out.flush();
        if (commit) {
          // The server ends the connection's work when it has done it: then all of it was read.
          to.shutdownOutput();
          break;
        }
      }
    } catch (IOException _) {
      // Cut.
    } finally {
      close(from);
      if (!silent || !outward) {
        close(to);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // Closed already.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
