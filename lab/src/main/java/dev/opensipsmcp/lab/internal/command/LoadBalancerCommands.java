package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.event.EventBus;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The destinations of module load_balancer, as read from table {@code load_balancer}. Their status
 * command reads, or sets.
 */
final class LoadBalancerCommands {
  private static final String TABLE = "load_balancer";

  private static final class Destination {
    private final int id;
    private final int group;
    private final String uri;
    private final String attributes;
    private final Map<String, Integer> resources = new LinkedHashMap<>();
    private boolean enabled = true;
    private boolean comesBack = true;

    Destination(Row row) {
      id = row.number("id");
      group = row.number("group_id");
      uri = row.text("dst_uri");
      attributes = row.text("attrs");
      for (String resource : row.text("resources").split(";", -1)) {
        int equals = resource.indexOf('=');
        if (equals > 0) {
          String max = resource.substring(equals + 1);
          resources.put(
              resource.substring(0, equals), max.matches("\\d{1,9}") ? Integer.parseInt(max) : 0);
        }
      }
    }

    boolean same(Destination other) {
      return id == other.id && group == other.group && uri.equalsIgnoreCase(other.uri);
    }
  }

  private final Tables tables;
  private final EventBus events;
  private List<Destination> loaded = List.of();

  LoadBalancerCommands(Tables tables, EventBus events) {
    this.tables = tables;
    this.events = events;
    tables.seed(
        TABLE,
        row("1", "1", "sip:203.0.113.20:5060", "pstn=32;transc=32"),
        row("2", "1", "sip:192.0.2.20:5060", "pstn=16;vm=8"),
        row("3", "2", "sip:192.0.2.21:5060", "conf=10"));
    load();
    // Written since the node started: active after the next reload.
    tables.seed(TABLE, row("4", "2", "sip:192.0.2.22:5060", "conf=10"));
  }

  private static Row row(String id, String group, String uri, String resources) {
    return Row.of("id", id, "group_id", group, "dst_uri", uri, "resources", resources);
  }

  List<Command> all() {
    return List.of(
        Command.of("lb_reload", "load_balancer:reload", none -> reload()),
        Command.of("lb_resize", "load_balancer:resize", this::resize),
        Command.of("lb_list", "load_balancer:list", none -> list()),
        Command.of("lb_status", "load_balancer:status", this::status));
  }

  private Outcome reload() {
    return Reading.again(this::load, Outcome.refuse(500, "Failed to reload"));
  }

  /** Keeps what was switched off, and forgets what was resized. */
  private void load() {
    List<Destination> fresh = new ArrayList<>();
    for (Row row : tables.loadOne(TABLE)) {
      Destination destination = new Destination(row);
      loaded.stream()
          .filter(destination::same)
          .findFirst()
          .ifPresent(old -> {
            destination.enabled = old.enabled;
            destination.comesBack = old.comesBack;
          });
      fresh.add(destination);
    }
    loaded = fresh;
  }

  private Optional<Destination> find(Arguments arguments) {
    int id = arguments.number("destination_id");
    return loaded.stream().filter(destination -> destination.id == id).findFirst();
  }

  private static Outcome unknown() {
    return Outcome.refuse(404, "Destination ID not found");
  }

  private Outcome status(Arguments arguments) {
    Optional<Destination> found = find(arguments);
    if (found.isEmpty()) {
      return unknown();
    }
    Destination destination = found.get();
    if (arguments.has("new_status")) {
      boolean changes = destination.enabled != (arguments.number("new_status") != 0);
      destination.enabled ^= changes;
      destination.comesBack = destination.enabled;
      if (changes) {
        raise(destination);
      }
      return Outcome.ok();
    }
    JsonObject json = new JsonObject();
    json.addProperty("enable", destination.enabled ? "yes" : "no");
    addAttributes(json, destination);
    return Outcome.value(json);
  }

  private void raise(Destination destination) {
    JsonObject params = new JsonObject();
    params.addProperty("group", destination.group);
    params.addProperty("uri", destination.uri);
    params.addProperty("status", destination.enabled ? "enabled" : "disabled");
    events.raise("E_LOAD_BALANCER_STATUS", params);
  }

  private Outcome resize(Arguments arguments) {
    Optional<Destination> destination = find(arguments);
    if (destination.isEmpty()) {
      return unknown();
    }
    boolean known = destination.get().resources.containsKey(arguments.text("res_name"));
    if (!known) {
      return Outcome.refuse(404, "Destination has no such resource");
    }
    destination.get().resources.put(arguments.text("res_name"), arguments.number("new_capacity"));
    return Outcome.ok();
  }

  private Outcome list() {
    JsonArray list = new JsonArray();
    for (Destination destination : loaded) {
      JsonArray resources = new JsonArray();
      destination.resources.forEach((name, max) -> {
        JsonObject resource = new JsonObject();
        resource.addProperty("name", name);
        resource.addProperty("max", max);
        resource.addProperty("load", 0);
        resources.add(resource);
      });
      JsonObject json = new JsonObject();
      json.addProperty("uri", destination.uri);
      json.addProperty("id", destination.id);
      json.addProperty("group", destination.group);
      json.addProperty("enabled", destination.enabled ? "yes" : "no");
      json.addProperty("auto-reenable", destination.comesBack ? "on" : "off");
      json.add("Resources", resources);
      addAttributes(json, destination);
      list.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("Destinations", list);
    return Outcome.value(json);
  }

  private static void addAttributes(JsonObject json, Destination destination) {
    if (!destination.attributes.isEmpty()) {
      json.addProperty("attrs", destination.attributes);
    }
  }
}
