package dev.opensipsmcp.lab.internal.event;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** One connection, opened for the first event and after a failure for the next one. */
final class EventStream implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2000;
  private static final int QUEUE = 100_000;

  private final InetSocketAddress address;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(QUEUE);
  private final Thread sender;
  private @Nullable Socket connection;

  private EventStream(InetSocketAddress address) {
    this.address = address;
    this.sender = Thread.ofVirtual().name("lab-events-tcp").unstarted(this::run);
  }

  static EventStream to(InetSocketAddress address) {
    EventStream stream = new EventStream(address);
    stream.sender.start();
    return stream;
  }

  /** Has it sent after all that was sent before; drops it when too many wait. */
  void send(byte[] notification) {
    waiting.offer(notification);
  }

  private void run() {
    try {
      while (true) {
        write(waiting.take());
      }
    } catch (InterruptedException ended) {
      drop();
    }
  }

  private void write(byte[] notification) {
    try {
      Socket open = connection;
      if (open == null) {
        open = new Socket();
        open.connect(
            new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
        connection = open;
      }
      open.getOutputStream().write(notification);
    } catch (IOException e) {
      drop();
    }
  }

  private void drop() {
    Socket open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It is gone either way.
      }
    }
  }

  @Override
  public void close() {
    sender.interrupt();
  }
}
