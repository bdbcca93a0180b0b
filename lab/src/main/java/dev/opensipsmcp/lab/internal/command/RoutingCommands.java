package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.event.EventBus;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The gateways, carriers and rules of module drouting, without partitions. Their status commands
 * read, or set.
 */
final class RoutingCommands {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);

  private final RoutingData data;
  private final QualityCommands quality;
  private final Clock clock;
  private final EventBus events;
  private ZonedDateTime loadedAt;
  private int probing = 1;

  RoutingCommands(RoutingData data, QualityCommands quality, Clock clock, EventBus events) {
    this.data = data;
    this.quality = quality;
    this.clock = clock;
    this.events = events;
    this.loadedAt = ZonedDateTime.now(clock);
  }

  List<Command> all() {
    return List.of(
        Command.of("dr_reload", "drouting:reload", this::reload),
        Command.of("dr_gw_status", "drouting:gw_status", this::gateway),
        Command.of("dr_carrier_status", "drouting:carrier_status", this::carrier),
        Command.of("dr_number_routing", "drouting:number_routing", this::route),
        Command.of("dr_reload_status", "drouting:reload_status", this::reloadStatus),
        Command.of("dr_enable_probing", "drouting:enable_probing", this::probing));
  }

  private static Outcome noPartitions() {
    return new Outcome.Refusal(
        400,
        "Invalid parameter: 'partition_name'",
        Optional.of("'partition_name' supported only when 'use_partitions' is set"));
  }

  private Outcome reload(Arguments arguments) {
    if (arguments.has("partition_name")) {
      return noPartitions();
    }
    return Reading.again(
        () -> {
          data.load(arguments.yes("inherit_state", true));
          quality.follow(data);
          loadedAt = ZonedDateTime.now(clock);
        },
        Outcome.refuse(500, "Failed to reload"));
  }

  private Outcome reloadStatus(Arguments arguments) {
    if (arguments.has("partition_name")) {
      return noPartitions();
    }
    JsonObject json = new JsonObject();
    json.addProperty("Date", DATE.format(loadedAt));
    return Outcome.value(json);
  }

  private Outcome probing(Arguments arguments) {
    if (arguments.has("status")) {
      probing = arguments.number("status") == 0 ? 0 : 1;
      return Outcome.ok();
    }
    JsonObject json = new JsonObject();
    json.addProperty("Status", probing);
    return Outcome.value(json);
  }

  private Outcome route(Arguments arguments) {
    if (arguments.has("partition_name")) {
      return noPartitions();
    }
    // Without a group nothing ever matches: real nodes then look for group -1.
    int group = arguments.has("group_id") ? arguments.number("group_id") : -1;
    Optional<Row> rule = data.route(group, arguments.text("number"));
    if (rule.isEmpty()) {
      return Outcome.value(new JsonPrimitive("No match"));
    }
    JsonObject json = new JsonObject();
    json.addProperty("Matched Prefix", rule.get().text("prefix"));
    JsonArray targets = new JsonArray();
    for (RoutingData.Target target : data.targets(rule.get())) {
      JsonObject one = new JsonObject();
      one.addProperty(target.carrier() ? "CARRIER" : "GATEWAY", target.id());
      targets.add(one);
    }
    json.add("GW List", targets);
    if (!rule.get().text("attrs").isEmpty()) {
      json.addProperty("ATTRS", rule.get().text("attrs"));
    }
    return Outcome.value(json);
  }

  private Outcome gateway(Arguments arguments) {
    String id = arguments.text("gw_id");
    Optional<RoutingData.Entry> gateway = Optional.ofNullable(data.gateways().get(id));
    String before = gateway.map(RoutingData.Entry::state).orElse("");
    Outcome outcome =
        status(
            arguments,
            data.gateways(),
            "gw_id",
            "Gateways",
            "State",
            "GW ID not found",
            RoutingData.ACTIVE,
            RoutingData.DISABLED);
    gateway.filter(entry -> !entry.state().equals(before)).ifPresent(entry -> raise(id, entry));
    return outcome;
  }

  private void raise(String gateway, RoutingData.Entry entry) {
    boolean active = entry.state().equals(RoutingData.ACTIVE);
    JsonObject params = new JsonObject();
    params.addProperty("partition", "Default");
    params.addProperty("gwid", gateway);
    params.addProperty("address", entry.address().orElse(""));
    params.addProperty("status", active ? "active" : "disabled MI");
    params.addProperty("reason", "MI command");
    events.raise("E_DROUTING_STATUS", params);
  }

  private Outcome carrier(Arguments arguments) {
    return status(
        arguments,
        data.carriers(),
        "carrier_id",
        "Carriers",
        "Enabled",
        "Carrier ID not found",
        RoutingData.ON,
        RoutingData.OFF);
  }

  private static Outcome status(
      Arguments arguments,
      Map<String, RoutingData.Entry> entries,
      String parameter,
      String list,
      String member,
      String missing,
      String on,
      String off) {
    if (arguments.has("partition_name")) {
      return noPartitions();
    }
    if (!arguments.has(parameter)) {
      return every(entries, list, member);
    }
    RoutingData.Entry entry = entries.get(arguments.text(parameter));
    if (entry == null) {
      return Outcome.refuse(404, missing);
    }
    if (arguments.has("status")) {
      entry.state(arguments.number("status") != 0 ? on : off);
      return Outcome.ok();
    }
    return Outcome.value(print(new JsonObject(), entry, member));
  }

  private static Outcome every(Map<String, RoutingData.Entry> entries, String list, String member) {
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

  private static JsonObject print(JsonObject json, RoutingData.Entry entry, String member) {
    if (!entry.attributes().isEmpty()) {
      json.addProperty("ATTRS", entry.attributes());
    }
    json.addProperty(member, entry.state());
    return json;
  }
}
