package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings of module config: those in force, and those in its table. */
final class SettingCommands {

  /** A setting; both parts may be null in the database's sense. */
  private record Setting(JsonElement value, JsonElement description) {}

  private final Map<String, Setting> table = new TreeMap<>();
  private Map<String, Setting> live;

  SettingCommands() {
    table.put("feature", new Setting(new JsonPrimitive("on"), new JsonPrimitive("lab flag")));
    table.put("limit", new Setting(new JsonPrimitive("10"), JsonNull.INSTANCE));
    live = new TreeMap<>(table);
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
    live = new TreeMap<>(table);
    return Outcome.ok();
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
    if (name.isEmpty()) {
      table.putAll(live);
      return Outcome.value(new JsonPrimitive(live.size()));
    }
    // A real node ends when it is asked to flush a setting that it does not have.
    Setting setting = live.get(name);
    if (setting == null) {
      return Outcome.serverError();
    }
    table.put(name, setting);
    return Outcome.value(new JsonPrimitive(1));
  }
}
