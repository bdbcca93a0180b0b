package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The destinations of module dispatcher: lists them and sets their states. */
final class DispatcherCommands {
  private static final List<Integer> SETS = List.of(3, 2, 1);

  private record Destination(
      int set, String host, String more, String attributes, int weight, String description) {
    String uri() {
      return "sip:" + host + more;
    }
  }

  private static final List<Destination> ALL =
      List.of(
          new Destination(3, "198.51.100.7:5060", ";transport=tcp", "", 1, ""),
          new Destination(2, "192.0.2.10:5060", "", "", 1, "inactive one"),
          new Destination(2, "192.0.2.11:5060", "", "", 1, "probing one"),
          new Destination(1, "203.0.113.5:5060", "", "a=1", 50, "media one"),
          new Destination(1, "203.0.113.6:5060", "", "a=2", 50, "media two"));

  private final Map<Destination, String> states = new HashMap<>();

  DispatcherCommands() {
    ALL.forEach(destination -> states.put(destination, "Active"));
    states.put(ALL.get(1), "Inactive");
    states.put(ALL.get(2), "Probing");
  }

  List<Command> all() {
    return List.of(
        Command.of("ds_set_state", "dispatcher:set_state", this::set),
        Command.of("ds_list", "dispatcher:list", this::list));
  }

  private Outcome set(Arguments arguments) {
    String state =
        switch (arguments.text("state")) {
          case "a" -> "Active";
          case "i" -> "Inactive";
          case "p" -> "Probing";
          default -> "";
        };
    if (state.isEmpty()) {
      return Outcome.refuse(500, "Bad state value");
    }
    for (Destination destination : ALL) {
      if (Integer.toString(destination.set()).equals(arguments.text("group"))
          && destination.uri().equals(arguments.text("address"))) {
        states.put(destination, state);
        return Outcome.ok();
      }
    }
    return Outcome.refuse(404, "destination not found");
  }

  private Outcome list(Arguments arguments) {
    if (!arguments.optionalText("partition").orElse("default").equals("default")) {
      return Outcome.refuse(500, "ERROR Unknown partition");
    }
    boolean full = arguments.number("full") != 0;
    JsonArray sets = new JsonArray();
    for (int set : SETS) {
      JsonArray destinations = new JsonArray();
      for (Destination destination : ALL) {
        if (destination.set() == set) {
          destinations.add(json(destination, full));
        }
      }
      JsonObject json = new JsonObject();
      json.addProperty("id", set);
      json.add("Destinations", destinations);
      sets.add(json);
    }
    JsonObject partition = new JsonObject();
    partition.addProperty("name", "default");
    partition.add("SETS", sets);
    JsonArray partitions = new JsonArray();
    partitions.add(partition);
    JsonObject json = new JsonObject();
    json.add("PARTITIONS", partitions);
    return Outcome.value(json);
  }

  private JsonObject json(Destination destination, boolean full) {
    JsonObject json = new JsonObject();
    json.addProperty("URI", destination.uri());
    json.addProperty("state", states.get(destination));
    json.addProperty("first_hit_counter", 0);
    if (!destination.attributes().isEmpty()) {
      json.addProperty("attr", destination.attributes());
    }
    if (full) {
      json.addProperty("weight", destination.weight());
      json.addProperty("priority", 0);
      if (!destination.description().isEmpty()) {
        json.addProperty("description", destination.description());
      }
    }
    JsonArray addresses = new JsonArray();
    addresses.add(destination.host());
    json.add("resolved_addresses", addresses);
    return json;
  }
}
