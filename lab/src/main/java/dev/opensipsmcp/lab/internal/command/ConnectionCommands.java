package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The node's TCP connections, of all protocols above it. Only 4.0 closes them on demand. */
final class ConnectionCommands {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.US);
  private static final long KEPT = 120;

  private record Connection(int id, String type, String remote, String local) {}

  private final Clock clock;
  private final List<Connection> connections =
      new ArrayList<>(
          List.of(
              new Connection(1, "tcp", "198.51.100.7:5060", "192.0.2.1:40112"),
              new Connection(2, "tcp", "198.51.100.23:49152", "192.0.2.1:5060"),
              new Connection(3, "tls", "203.0.113.40:51644", "192.0.2.1:5061"),
              new Connection(4, "tls", "203.0.113.41:51702", "192.0.2.1:5061"),
              new Connection(5, "wss", "203.0.113.90:60122", "192.0.2.1:8443")));

  ConnectionCommands(Clock clock) {
    this.clock = clock;
  }

  List<Command> all() {
    return List.of(
        Command.of("list_tcp_conns", "tcp:list", none -> list()),
        Command.of("tcp:close", "tcp:close", this::close));
  }

  private Outcome list() {
    JsonArray all = new JsonArray();
    for (Connection connection : connections) {
      JsonObject json = new JsonObject();
      json.addProperty("ID", connection.id());
      json.addProperty("Type", connection.type());
      json.addProperty("State", 0);
      json.addProperty("Remote", connection.remote());
      json.addProperty("Local", connection.local());
      json.addProperty(
          "Lifetime", DATE.format(clock.instant().plusSeconds(KEPT).atZone(clock.getZone())));
      all.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("Connections", all);
    return Outcome.value(json);
  }

  /** By number or by the other end's address and port. */
  private Outcome close(Arguments arguments) {
    String wanted = arguments.text("ipport");
    boolean closed =
        connections.removeIf(connection ->
            connection.remote().equals(wanted) || Integer.toString(connection.id()).equals(wanted));
    return closed ? Outcome.ok() : Outcome.value(JsonNull.INSTANCE);
  }
}
