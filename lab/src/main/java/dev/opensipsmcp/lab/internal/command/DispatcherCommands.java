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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The destinations of module dispatcher: lists them, sets their states, and reads them again from
 * table {@code dispatcher}. There is one partition.
 */
final class DispatcherCommands {
  private static final String TABLE = "dispatcher";
  private static final String PARTITION = "default";
  private static final String UNKNOWN_PARTITION = "ERROR Unknown partition";

  private final Tables tables;
  private final EventBus events;
  private List<DispatcherDestination> loaded = List.of();

  DispatcherCommands(Tables tables, EventBus events) {
    this.tables = tables;
    this.events = events;
    tables.seed(
        TABLE,
        row(1, 1, "sip:203.0.113.5:5060", 0, 50, 10, "a=1", "media one"),
        row(2, 1, "sip:203.0.113.6:5060", 0, 50, 5, "a=2", "media two"),
        row(3, 2, "sip:192.0.2.10:5060", 1, 1, 0, "", "inactive one"),
        row(4, 2, "sip:192.0.2.11:5060", 2, 1, 0, "", "probing one"),
        row(5, 3, "sip:198.51.100.7:5060;transport=tcp", 0, 1, 0, "", ""));
    load(false);
    // Written since the node started: active after the next reload.
    tables.seed(TABLE, row(6, 3, "sip:198.51.100.8:5060;transport=tcp", 0, 1, 0, "", "new one"));
  }

  private static Row row(
      int id,
      int set,
      String destination,
      int state,
      int weight,
      int priority,
      String attributes,
      String description) {
    return Row.of(
        "id", Integer.toString(id),
        "setid", Integer.toString(set),
        "destination", destination,
        "state", Integer.toString(state),
        "weight", Integer.toString(weight),
        "priority", Integer.toString(priority),
        "attrs", attributes,
        "description", description);
  }

  List<Command> all() {
    return List.of(
        Command.of("ds_set_state", "dispatcher:set_state", this::set),
        Command.of("ds_list", "dispatcher:list", this::list),
        Command.of("ds_reload", "dispatcher:reload", this::reload),
        Command.of("ds_push_script_attrs", "dispatcher:push_script_attrs", this::pushAttributes));
  }

  private void load(boolean inherit) {
    List<DispatcherDestination> fresh = new ArrayList<>();
    for (Row row : tables.loadOne(TABLE)) {
      DispatcherDestination destination = new DispatcherDestination(row);
      if (inherit) {
        find(destination.set(), destination.uri()).ifPresent(old -> destination.state(old.state()));
      }
      fresh.add(destination);
    }
    fresh.sort(Comparator.comparingInt(DispatcherDestination::priority).reversed());
    loaded = fresh;
  }

  private Optional<DispatcherDestination> find(int set, String uri) {
    return loaded.stream()
        .filter(one -> one.set() == set && one.uri().equalsIgnoreCase(uri))
        .findFirst();
  }

  private Outcome set(Arguments arguments) {
    String wanted = arguments.text("state");
    String state =
        switch (wanted.isEmpty() ? "" : wanted.substring(0, 1).toLowerCase(Locale.ROOT)) {
          case "a", "1" -> "Active";
          case "i", "0" -> "Inactive";
          case "p", "2" -> "Probing";
          default -> "";
        };
    if (state.isEmpty()) {
      return Outcome.refuse(500, "Bad state value");
    }
    String group = arguments.text("group");
    int colon = group.indexOf(':');
    if (colon >= 0 && !group.substring(0, colon).equals(PARTITION)) {
      return Outcome.refuse(404, UNKNOWN_PARTITION);
    }
    String set = group.substring(colon + 1);
    if (!set.matches("[0-9]{1,9}")) {
      return Outcome.refuse(500, "bad group value");
    }
    Optional<DispatcherDestination> found = find(Integer.parseInt(set), arguments.text("address"));
    if (found.isEmpty()) {
      return Outcome.refuse(404, "destination not found");
    }
    String before = found.get().state();
    if (state.equals("Probing")) {
      found.get().fail();
    } else {
      found.get().state(state);
    }
    if (!found.get().state().equals(before)) {
      raise(found.get());
    }
    return Outcome.ok();
  }

  private void raise(DispatcherDestination destination) {
    JsonObject params = new JsonObject();
    params.addProperty("group", destination.set());
    params.addProperty("address", destination.uri());
    params.addProperty("status", destination.state().equals("Active") ? "active" : "inactive");
    params.addProperty("reason", "MI command");
    events.raise("E_DISPATCHER_STATUS", params);
  }

  /** Says OK even when no destination has the address, as real nodes do. */
  private Outcome pushAttributes(Arguments arguments) {
    if (arguments.text("attrs").isEmpty()) {
      return Outcome.refuse(500, "Bad attrs value");
    }
    if (unknownPartition(arguments)) {
      return Outcome.refuse(404, UNKNOWN_PARTITION);
    }
    String ip = arguments.text("ip");
    if (!ip.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*")) {
      return Outcome.refuse(404, "destination not found");
    }
    int set = arguments.number("set");
    for (DispatcherDestination destination : loaded) {
      if ((set == -1 || set == destination.set())
          && destination.answersAt(ip, arguments.number("port"))) {
        destination.scriptAttributes(arguments.text("attrs"));
      }
    }
    return Outcome.ok();
  }

  private Outcome reload(Arguments arguments) {
    if (unknownPartition(arguments)) {
      return Outcome.refuse(500, UNKNOWN_PARTITION);
    }
    return Reading.again(
        () -> load(arguments.yes("inherit_state", true)),
        Outcome.refuse(500, "ERROR Reloading data"));
  }

  private static boolean unknownPartition(Arguments arguments) {
    return !arguments.optionalText("partition").orElse(PARTITION).equals(PARTITION);
  }

  private Outcome list(Arguments arguments) {
    if (unknownPartition(arguments)) {
      return Outcome.refuse(500, UNKNOWN_PARTITION);
    }
    boolean full = arguments.number("full") != 0;
    TreeMap<Integer, JsonArray> sets = new TreeMap<>(Comparator.reverseOrder());
    for (DispatcherDestination destination : loaded) {
      sets.computeIfAbsent(destination.set(), none -> new JsonArray()).add(destination.json(full));
    }
    JsonArray list = new JsonArray();
    sets.forEach((id, destinations) -> {
      JsonObject set = new JsonObject();
      set.addProperty("id", id);
      set.add("Destinations", destinations);
      list.add(set);
    });
    JsonObject partition = new JsonObject();
    partition.addProperty("name", PARTITION);
    if (!list.isEmpty()) {
      partition.add("SETS", list);
    }
    JsonArray partitions = new JsonArray();
    partitions.add(partition);
    JsonObject json = new JsonObject();
    json.add("PARTITIONS", partitions);
    return Outcome.value(json);
  }
}
