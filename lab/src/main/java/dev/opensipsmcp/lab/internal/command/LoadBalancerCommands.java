package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The destinations of module load_balancer. Their status command reads, or sets. */
final class LoadBalancerCommands {

  private static final class Destination {
    private final int id;
    private final int group;
    private final String uri;
    private final Map<String, Integer> resources;
    private boolean enabled = true;

    Destination(int id, int group, String uri, Map<String, Integer> resources) {
      this.id = id;
      this.group = group;
      this.uri = uri;
      this.resources = new TreeMap<>(resources);
    }
  }

  private final List<Destination> all =
      List.of(
          new Destination(1, 1, "sip:203.0.113.20:5060", Map.of("pstn", 32, "transc", 32)),
          new Destination(2, 1, "sip:192.0.2.20:5060", Map.of("pstn", 16, "vm", 8)),
          new Destination(3, 2, "sip:192.0.2.21:5060", Map.of("conf", 10)));

  List<Command> all() {
    return List.of(
        Command.of("lb_resize", "load_balancer:resize", this::resize),
        Command.of("lb_list", "load_balancer:list", none -> list()),
        Command.of("lb_status", "load_balancer:status", this::status));
  }

  private Optional<Destination> find(Arguments arguments) {
    int id = arguments.number("destination_id");
    return all.stream().filter(destination -> destination.id == id).findFirst();
  }

  private static Outcome unknown() {
    return Outcome.refuse(404, "Destination ID not found");
  }

  private Outcome status(Arguments arguments) {
    Optional<Destination> destination = find(arguments);
    if (destination.isEmpty()) {
      return unknown();
    }
    if (arguments.has("new_status")) {
      destination.get().enabled = arguments.number("new_status") != 0;
      return Outcome.ok();
    }
    JsonObject json = new JsonObject();
    json.addProperty("enable", yes(destination.get().enabled));
    return Outcome.value(json);
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
    for (Destination destination : all) {
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
      json.addProperty("enabled", yes(destination.enabled));
      json.addProperty("auto-reenable", "on");
      json.add("Resources", resources);
      list.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("Destinations", list);
    return Outcome.value(json);
  }

  private static String yes(boolean enabled) {
    return enabled ? "yes" : "no";
  }
}
