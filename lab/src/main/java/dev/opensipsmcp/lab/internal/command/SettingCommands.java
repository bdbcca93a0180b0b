package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of module config: those in force, and those in its table, to which a database from
 * outside lets nothing be written.
 */
final class SettingCommands {

  /** A setting; both parts may be null in the database's sense. */
  private record Setting(JsonElement value, JsonElement description) {}

  private static final String TABLE = "config";

  private final Tables tables;
  private Map<String, Setting> live = Map.of();

  SettingCommands(Tables tables) {
    this.tables = tables;
    tables.seed(
        TABLE,
        Row.of("id", "1", "name", "feature", "value", "on", "description", "lab flag"),
        Row.of("id", "2", "name", "limit", "value", "10"));
    load();
  }

  private void load() {
    Map<String, Setting> fresh = new TreeMap<>();
    for (Row row : tables.loadOne(TABLE)) {
      fresh.put(row.text("name"), new Setting(element(row, "value"), element(row, "description")));
    }
    live = fresh;
  }

  private static JsonElement element(Row row, String column) {
    return row.has(column) ? new JsonPrimitive(row.text(column)) : JsonNull.INSTANCE;
  }

  List<Command> all() {
    return List.of(
        Command.of("config_reload", "config:reload", none -> reload()),
        Command.of("config_list", "config:list", this::list),
        Command.of("config_push", "config:push", this::push),
        Command.of("config_push_bulk", "config:push_bulk", this::pushBulk),
        Command.of("config_flush", "config:flush", this::flush));
  }

  private Outcome reload() {
    return Reading.again(this::load, Outcome.refuse(500, "Could not reload config"));
  }

  private Outcome list(Arguments arguments) {
    if (arguments.number("description") == 0) {
      JsonObject json = new JsonObject();
      live.forEach((name, setting) -> json.add(name, setting.value()));
      return Outcome.value(json);
    }
    JsonArray list = new JsonArray();
    live.forEach((name, setting) -> {
      JsonObject json = new JsonObject();
      json.addProperty("name", name);
      json.add("value", setting.value());
      json.add("description", setting.description());
      list.add(json);
    });
    return Outcome.value(list);
  }

  private Outcome push(Arguments arguments) {
    set(
        arguments.text("name"),
        element(arguments.optionalText("value")),
        element(arguments.optionalText("description")));
    return Outcome.ok();
  }

  private static JsonElement element(Optional<String> text) {
    return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  /** A description that is not given stays. */
  private void set(String name, JsonElement value, JsonElement description) {
    Setting old = live.getOrDefault(name, new Setting(JsonNull.INSTANCE, JsonNull.INSTANCE));
    live.put(name, new Setting(value, description.isJsonNull() ? old.description() : description));
  }

  private Outcome pushBulk(Arguments arguments) {
    int count = 0;
    for (JsonElement element : arguments.json().getAsJsonArray("configs")) {
      if (element instanceof JsonObject one
          && one.get("name") instanceof JsonPrimitive name
          && name.isString()) {
        set(name.getAsString(), text(one, "value"), text(one, "description"));
        count++;
      }
    }
    return Outcome.value(new JsonPrimitive(count));
  }

  private static JsonElement text(JsonObject json, String member) {
    return json.get(member) instanceof JsonPrimitive value && value.isString()
        ? value
        : JsonNull.INSTANCE;
  }

  private Outcome flush(Arguments arguments) {
    String name = arguments.text("name");
    // A real node ends when it is asked to flush a setting that it does not have.
    if (tables.fromOutside() || (!name.isEmpty() && !live.containsKey(name))) {
      return Outcome.serverError();
    }
    List<String> names = name.isEmpty() ? List.copyOf(live.keySet()) : List.of(name);
    names.forEach(this::write);
    return Outcome.value(new JsonPrimitive(names.size()));
  }

  private void write(String name) {
    Setting setting = live.getOrDefault(name, new Setting(JsonNull.INSTANCE, JsonNull.INSTANCE));
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("name", name);
    put(columns, "value", setting.value());
    put(columns, "description", setting.description());
    tables.replace(TABLE, row -> row.text("name").equals(name), new Row(columns));
  }

  private static void put(Map<String, String> columns, String column, JsonElement value) {
    if (!value.isJsonNull()) {
      columns.put(column, value.getAsString());
    }
  }
}
