package dev.opensipsmcp.mi.internal.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Receives connections on which event follows event; a node opens one and keeps it. */
final class StreamReceiver implements Receiver {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_CONNECTIONS = 64;
  private static final int BUFFER = 65_536;

  private final ServerSocket server;
  private final Intake intake;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private StreamReceiver(ServerSocket server, Intake intake) {
    this.server = server;
    this.intake = intake;
  }

  static Receiver open(InetSocketAddress bind, Intake intake) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      // A node that connects again after this server was restarted finds the same port.
      server.setReuseAddress(true);
      server.bind(bind);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    StreamReceiver receiver = new StreamReceiver(server, intake);
    Thread.ofVirtual().name("events-tcp-" + receiver.port()).start(receiver::accept);
    return receiver;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        if (!intake.admits(connection.getInetAddress())) {
          connection.close();
        } else if (connections.size() >= MOST_CONNECTIONS) {
          intake.refuse();
          connection.close();
        } else {
          connections.add(connection);
          Thread.ofVirtual().name("events-tcp-connection").start(() -> receive(connection));
        }
      } catch (IOException e) {
        // Closed, or one connection failed; the loop's condition tells which.
      }
    }
  }

  private void receive(Socket connection) {
    List<JsonElement> owed = new ArrayList<>();
    Splitter splitter = new Splitter(LONGEST, new Pieces(owed));
    byte[] buffer = new byte[BUFFER];
    try (connection) {
      int count = connection.getInputStream().read(buffer);
      while (count >= 0 && splitter.feed(buffer, 0, count)) {
        for (JsonElement id : owed) {
          connection.getOutputStream().write(answer(id));
        }
        owed.clear();
        count = connection.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // The node went away, or this receiver was closed.
    } finally {
      connections.remove(connection);
      if (splitter.unfinished()) {
        intake.stray();
      }
    }
  }

  private final class Pieces implements Splitter.Taker {
    private final List<JsonElement> owed;

    Pieces(List<JsonElement> owed) {
      this.owed = owed;
    }

    @Override
    public void value(byte[] bytes, int from, int length) {
      Optional<Notification> taken = intake.take(bytes, from, length);
      taken.flatMap(Notification::id).ifPresent(owed::add);
    }

    @Override
    public void stray() {
      intake.stray();
    }
  }

  /** A node in reliable mode takes an event for delivered once this comes. */
  private static byte[] answer(JsonElement id) {
    JsonObject json = new JsonObject();
    json.addProperty("jsonrpc", "2.0");
    json.addProperty("result", "OK");
    json.add("id", id);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int port() {
    return server.getLocalPort();
  }

  @Override
  public OptionalLong systemDrops() {
    return OptionalLong.of(0);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It is closed to us either way.
    }
    for (Socket connection : connections) {
      try {
        connection.close();
      } catch (IOException e) {
        // It is closed to us either way.
      }
    }
  }
}
