package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The event sockets of module freeswitch_scripting. One without events is forgotten. */
final class FreeswitchCommands {
  private static final String PORT = ":8021";
  private static final String TABLE = "freeswitch";

  private final Tables tables;
  private final Map<String, List<String>> sockets = new LinkedHashMap<>();

  FreeswitchCommands(Tables tables) {
    this.tables = tables;
    tables.seed(
        TABLE, row("1", "203.0.113.60", "DTMF,HEARTBEAT"), row("2", "203.0.113.61", "DTMF"));
    load();
    // Written since the node started: active after the next reload.
    tables.seed(TABLE, row("3", "203.0.113.62", "HEARTBEAT"));
  }

  private static Row row(String id, String ip, String events) {
    return Row.of("id", id, "password", "ClueCon", "ip", ip, "port", "8021", "events_csv", events);
  }

  /** A row without events keeps everything as it was, as on a real node, which says OK then. */
  private void load() {
    Map<String, List<String>> fresh = new LinkedHashMap<>();
    for (Row row : tables.loadOne(TABLE)) {
      List<String> events =
          Arrays.stream(row.text("events_csv").split(",", -1))
              .map(String::strip)
              .filter(event -> !event.isEmpty())
              .toList();
      if (events.isEmpty()) {
        return;
      }
      fresh.put(row.text("ip") + ':' + row.number("port", 8021), new ArrayList<>(events));
    }
    sockets.clear();
    sockets.putAll(fresh);
  }

  List<Command> all() {
    return List.of(
        Command.of("fs_subscribe", "freeswitch_scripting:subscribe", this::subscribe),
        Command.of("fs_unsubscribe", "freeswitch_scripting:unsubscribe", this::unsubscribe),
        Command.of("fs_list", "freeswitch_scripting:list", none -> list()),
        Command.of("fs_reload", "freeswitch_scripting:reload", none -> reload()));
  }

  /** Without a password only a socket that is known can be used. */
  private Outcome subscribe(Arguments arguments) {
    String url = arguments.text("freeswitch_url");
    String socket = socket(url);
    if (!sockets.containsKey(socket) && !url.contains("@")) {
      return Outcome.refuse(500, "Internal Error");
    }
    List<String> events = sockets.computeIfAbsent(socket, any -> new ArrayList<>());
    for (String event : arguments.texts("events")) {
      if (!events.contains(event)) {
        events.add(event);
      }
    }
    return Outcome.ok();
  }

  private Outcome unsubscribe(Arguments arguments) {
    String socket = socket(arguments.text("freeswitch_url"));
    List<String> events = sockets.getOrDefault(socket, new ArrayList<>());
    events.removeAll(arguments.texts("events"));
    if (events.isEmpty()) {
      sockets.remove(socket);
    }
    return Outcome.ok();
  }

  private static String socket(String url) {
    String host = url.substring(url.indexOf('@') + 1);
    return host.contains(":") ? host : host + PORT;
  }

  private Outcome reload() {
    return Reading.again(this::load, Outcome.refuse(500, "Internal Error"));
  }

  private Outcome list() {
    JsonArray list = new JsonArray();
    sockets.forEach((address, events) -> {
      JsonArray names = new JsonArray();
      events.forEach(names::add);
      JsonObject socket = new JsonObject();
      socket.addProperty("if", address);
      socket.add("Events", names);
      list.add(socket);
    });
    JsonObject json = new JsonObject();
    json.add("Sockets", list);
    return Outcome.value(json);
  }
}
