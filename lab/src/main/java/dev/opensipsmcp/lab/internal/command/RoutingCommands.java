package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The gateways and carriers of module drouting. Their status commands read, or set. */
final class RoutingCommands {

  private record Entry(Optional<String> address, Optional<String> attributes, String state) {
    Entry as(String other) {
      return new Entry(address, attributes, other);
    }
  }

  private final Map<String, Entry> gateways = new LinkedHashMap<>();
  private final Map<String, Entry> carriers = new LinkedHashMap<>();

  RoutingCommands() {
    gateways.put("gw1", gateway("203.0.113.30:5060", Optional.of("attr1"), "Active"));
    gateways.put("gw2", gateway("192.0.2.30:5060", Optional.of("attr2"), "Active"));
    gateways.put("gw3", gateway("192.0.2.31:5060", Optional.empty(), "Disabled MI"));
    carriers.put("cr1", new Entry(Optional.empty(), Optional.of("cattr"), "yes"));
    carriers.put("cr2", new Entry(Optional.empty(), Optional.empty(), "yes"));
  }

  private static Entry gateway(String address, Optional<String> attributes, String state) {
    return new Entry(Optional.of(address), attributes, state);
  }

  List<Command> all() {
    return List.of(
        Command.of("dr_gw_status", "drouting:gw_status", this::gateway),
        Command.of("dr_carrier_status", "drouting:carrier_status", this::carrier));
  }

  private Outcome gateway(Arguments arguments) {
    return status(
        arguments,
        gateways,
        "gw_id",
        "Gateways",
        "State",
        "GW ID not found",
        "Active",
        "Disabled MI");
  }

  private Outcome carrier(Arguments arguments) {
    return status(
        arguments, carriers, "carrier_id", "Carriers", "Enabled", "CR ID not found", "yes", "no");
  }

  private static Outcome status(
      Arguments arguments,
      Map<String, Entry> entries,
      String parameter,
      String list,
      String member,
      String missing,
      String on,
      String off) {
    if (arguments.has("partition_name")) {
      return new Outcome.Refusal(
          400,
          "Invalid parameter: 'partition_name'",
          Optional.of("'partition_name' supported only when 'use_partitions' is set"));
    }
    if (!arguments.has(parameter)) {
      return every(entries, list, member);
    }
    String id = arguments.text(parameter);
    Entry entry = entries.get(id);
    if (entry == null) {
      return Outcome.refuse(404, missing);
    }
    if (arguments.has("status")) {
      entries.put(id, entry.as(arguments.number("status") != 0 ? on : off));
      return Outcome.ok();
    }
    return Outcome.value(print(new JsonObject(), entry, member));
  }

  private static Outcome every(Map<String, Entry> entries, String list, String member) {
    JsonArray array = new JsonArray();
    entries.forEach((id, entry) -> {
      JsonObject json = new JsonObject();
      json.addProperty("ID", id);
      entry.address().ifPresent(address -> json.addProperty("IP", address));
      array.add(print(json, entry, member));
    });
    JsonObject json = new JsonObject();
    json.add(list, array);
    return Outcome.value(json);
  }

  private static JsonObject print(JsonObject json, Entry entry, String member) {
    entry.attributes().ifPresent(attributes -> json.addProperty("ATTRS", attributes));
    json.addProperty(member, entry.state());
    return json;
  }
}
