package dev.opensipsmcp.lab.internal.wire;

import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.lab.internal.rpc.Engine;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * MI over HTTP on loopback, byte for byte as recorded, misbehaviour included: a response without a
 * body ends only when another request wakes the server.
 */
public final class HttpWire implements AutoCloseable {
  private final ServerSocket listener;
  private final LabSettings settings;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Queue<CountDownLatch> stalled = new ConcurrentLinkedQueue<>();

  private HttpWire(ServerSocket listener, LabSettings settings) {
    this.listener = listener;
    this.settings = settings;
  }

  /**
   * Takes a port; connections wait until {@link #serve}.
   *
   * @param settings the node's clock and password
   * @return the transport
   */
  public static HttpWire bind(LabSettings settings) {
    try {
      return new HttpWire(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("no port on loopback for MI over HTTP", e);
    }
  }

  /** {@return the port that the system chose} */
  public int port() {
    return listener.getLocalPort();
  }

  /**
   * Starts to answer.
   *
   * @param engine takes the requests
   */
  public void serve(Engine engine) {
    Thread.ofVirtual().name("lab-http-accept").start(() -> accept(engine));
  }

  private void accept(Engine engine) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.add(socket);
        Thread.ofVirtual().name("lab-http").start(() -> serve(socket, engine));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, Engine engine) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 65_536);
      HttpExchange exchange = new HttpExchange(engine, settings, this::stall, socket, out);
      boolean goesOn = true;
      while (goesOn) {
        Optional<HttpRequest> request = HttpRequest.read(in, out);
        wake();
        boolean pipelined = in.available() > 0;
        goesOn = request.isPresent() && exchange.answer(request.get());
        if (goesOn && pipelined) {
          HttpExchange.drain(in);
        }
      }
    } catch (IOException e) {
      // The client is gone, or sent no HTTP: the recorded server drops the connection too.
    } finally {
      connections.remove(socket);
    }
  }

  private void wake() {
    for (CountDownLatch one = stalled.poll(); one != null; one = stalled.poll()) {
      one.countDown();
    }
  }

  private void stall() {
    CountDownLatch woken = new CountDownLatch(1);
    stalled.add(woken);
    try {
      woken.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : connections) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the HTTP transport does not close", e);
    } finally {
      wake();
    }
  }
}
