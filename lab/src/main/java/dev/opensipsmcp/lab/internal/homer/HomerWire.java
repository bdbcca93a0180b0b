package dev.opensipsmcp.lab.internal.homer;

import dev.opensipsmcp.lab.homer.HomerFault;
import dev.opensipsmcp.lab.homer.HomerRequest;
import dev.opensipsmcp.lab.internal.wire.HttpRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** The server's sockets, and the faults that show on them. */
public final class HomerWire implements AutoCloseable {
  private final ServerSocket listener;
  private final Desk desk;
  private final Warehouse warehouse;
  private final String scheme;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final List<HomerRequest> requests = new CopyOnWriteArrayList<>();
  private final List<Planned> planned = new ArrayList<>();
  private volatile boolean closed;

  private record Planned(String path, HomerFault fault) {}

  private HomerWire(ServerSocket listener, Desk desk, Warehouse warehouse, String scheme) {
    this.listener = listener;
    this.desk = desk;
    this.warehouse = warehouse;
    this.scheme = scheme;
  }

  /** Starts to listen on a port of loopback that the system chooses. */
  public static HomerWire start(Desk desk, Warehouse warehouse, Optional<SSLContext> tls) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      ServerSocket listener =
          tls.isPresent()
              ? tls.get().getServerSocketFactory().createServerSocket(0, 64, loopback)
              : new ServerSocket(0, 64, loopback);
      HomerWire wire = new HomerWire(listener, desk, warehouse, tls.isPresent() ? "https" : "http");
      Thread.ofVirtual().name("lab-homer-accept").start(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException("no port on loopback for Homer", e);
    }
  }

  /** {@return where it listens} */
  public URI url() {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
  }

  /** {@return what came so far} */
  public List<HomerRequest> requests() {
    return List.copyOf(requests);
  }

  /** Plans faults. */
  public void next(String path, int times, HomerFault fault) {
    synchronized (planned) {
      for (int i = 0; i < times; i++) {
        planned.add(new Planned(path, fault));
      }
    }
  }

  private Optional<HomerFault> fault(String path) {
    synchronized (planned) {
      for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
        Planned one = all.next();
        if (path.endsWith(one.path())) {
          all.remove();
          return Optional.of(one.fault());
        }
      }
    }
    return Optional.empty();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.add(socket);
        if (closed) {
          socket.close();
          return;
        }
        Thread.ofVirtual().name("lab-homer").start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      boolean goesOn = true;
      while (goesOn) {
        Optional<HttpRequest> request = HttpRequest.read(in, out);
        goesOn =
            request.isPresent()
                && !closed
                && answer(request.get(), in, out)
                && !request.get().closes();
      }
    } catch (IOException e) {
      // The client is gone, or sent no HTTP.
    } finally {
      connections.remove(socket);
    }
  }

  /** {@return whether the connection stays} */
  private boolean answer(HttpRequest request, InputStream in, OutputStream out) throws IOException {
    requests.add(new HomerRequest(request.method(), request.path(), request.body()));
    Optional<HomerFault> fault = fault(request.path());
    if (fault.isEmpty()) {
      return send(desk.answer(request), out);
    }
    return switch (fault.get()) {
      case HomerFault.Silence _ -> {
        in.transferTo(OutputStream.nullOutputStream());
        yield false;
      }
      case HomerFault.Stall _ -> {
        out.write(head(200, "application/json", 1_000, ""));
        out.flush();
        in.transferTo(OutputStream.nullOutputStream());
        yield false;
      }
      case HomerFault.Drop _ -> false;
      case HomerFault.Cut(int bytes) -> {
        if (desk.answer(request) instanceof Answer.Response whole) {
          out.write(head(whole.status(), whole.type(), whole.body().length, ""));
          out.write(Arrays.copyOf(whole.body(), Math.min(bytes, whole.body().length)));
          out.flush();
        }
        yield false;
      }
      case HomerFault.Instead(int status, String type, String body) ->
          send(new Answer.Response(status, type, body.getBytes(StandardCharsets.UTF_8)), out);
      case HomerFault.Endless _ -> endless(out);
      case HomerFault.Redirect(String location) -> {
        out.write(head(302, "text/html", 0, "Location: " + location + "\r\n"));
        out.flush();
        yield true;
      }
      case HomerFault.ForgetTokens _ -> {
        warehouse.forgetTokens();
        yield send(desk.answer(request), out);
      }
    };
  }

  private static boolean endless(OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    byte[] chunk = ("10000\r\n" + " ".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(chunk);
    }
  }

  private static boolean send(Answer answer, OutputStream out) throws IOException {
    if (answer instanceof Answer.Response response) {
      out.write(head(response.status(), response.type(), response.body().length, ""));
      out.write(response.body());
      out.flush();
      return true;
    }
    return false;
  }

  private static byte[] head(int status, String type, int length, String more) {
    return ("HTTP/1.1 "
            + status
            + " Status\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\n"
            + more
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    // What a connection brings from now on is not answered, however late its thread sees it.
    closed = true;
    try {
      listener.close();
      for (Socket socket : connections) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the Homer server does not close", e);
    }
  }
}
