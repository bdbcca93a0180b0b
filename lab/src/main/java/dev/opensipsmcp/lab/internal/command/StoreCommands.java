package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Shared variables of module cfgutils, and the local cache: values that can be set back. */
final class StoreCommands {
  private static final String LOCAL = "local";

  private record Cached(String value, Optional<Instant> until) {}

  private final Clock clock;
  private final Map<String, JsonPrimitive> variables = new TreeMap<>();
  private final Map<String, Cached> cache = new HashMap<>();

  StoreCommands(Clock clock) {
    this.clock = clock;
    variables.put("lab", new JsonPrimitive("shared"));
    cache.put("lab_key", new Cached("lab_value", Optional.empty()));
    cache.put("k1", new Cached("v1", Optional.empty()));
    cache.put("k2", new Cached("v2", Optional.empty()));
  }

  List<Command> cache() {
    return List.of(
        Command.of("cache_store", "cache:store", this::store),
        Command.of("cache_fetch", "cache:fetch", this::fetch),
        Command.of("cache_remove", "cache:remove", this::remove),
        Command.of("cache_fetch_chunk", "cachedb_local:fetch_chunk", this::fetchChunk),
        Command.of("cache_remove_chunk", "cachedb_local:remove_chunk", this::removeChunk));
  }

  List<Command> variables() {
    return List.of(
        Command.of("shv_get", "cfgutils:shv_get", this::get),
        Command.of("shv_set", "cfgutils:shv_set", this::set));
  }

  private Outcome store(Arguments arguments) {
    if (!arguments.text("system").equals(LOCAL)) {
      return Outcome.refuse(500, "Cache store command failed");
    }
    Optional<Instant> until =
        Optional.of(arguments.number("expire"))
            .filter(seconds -> seconds > 0)
            .map(seconds -> clock.instant().plusSeconds(seconds));
    cache.put(arguments.text("attr"), new Cached(arguments.text("value"), until));
    return Outcome.ok();
  }

  private Outcome fetch(Arguments arguments) {
    if (!arguments.text("system").equals(LOCAL)) {
      return Outcome.refuse(500, "Cache fetch command failed");
    }
    String key = arguments.text("attr");
    expire();
    Cached found = cache.get(key);
    if (found == null) {
      return Outcome.refuse(400, "Value not found");
    }
    JsonObject json = new JsonObject();
    json.addProperty("key", key);
    json.addProperty("value", found.value());
    return Outcome.value(json);
  }

  private Outcome remove(Arguments arguments) {
    if (!arguments.text("system").equals(LOCAL)) {
      return Outcome.refuse(500, "Cache remove command failed");
    }
    cache.remove(arguments.text("attr"));
    return Outcome.ok();
  }

  private void expire() {
    Instant now = clock.instant();
    cache.values().removeIf(cached -> cached.until().map(now::isAfter).orElse(false));
  }

  private Outcome fetchChunk(Arguments arguments) {
    if (otherCollection(arguments)) {
      return Outcome.invalidParams("Bad parameter value");
    }
    expire();
    JsonArray keys = new JsonArray();
    Pattern glob = glob(arguments.text("glob"));
    cache.forEach((key, cached) -> {
      if (glob.matcher(key).matches()) {
        JsonObject json = new JsonObject();
        json.addProperty("name", key);
        json.addProperty("value", cached.value());
        keys.add(json);
      }
    });
    JsonObject json = new JsonObject();
    json.add("keys", keys);
    return Outcome.value(json);
  }

  private Outcome removeChunk(Arguments arguments) {
    if (otherCollection(arguments)) {
      return Outcome.invalidParams("Bad parameter value");
    }
    Pattern glob = glob(arguments.text("glob"));
    cache.keySet().removeIf(key -> glob.matcher(key).matches());
    return Outcome.ok();
  }

  private static Pattern glob(String text) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints()
        .forEach(c ->
            pattern.append(
                switch (c) {
                  case '*' -> ".*";
                  case '?' -> ".";
                  default -> Pattern.quote(Character.toString(c));
                }));
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  private static boolean otherCollection(Arguments arguments) {
    return !arguments.optionalText("collection").orElse("default").equals("default");
  }

  private Outcome get(Arguments arguments) {
    if (!arguments.has("name")) {
      return Outcome.value(every());
    }
    JsonPrimitive value = variables.get(arguments.text("name"));
    if (value == null) {
      return Outcome.refuse(404, "Not found");
    }
    JsonObject json = new JsonObject();
    json.add("VAR", typed(new JsonObject(), value));
    return Outcome.value(json);
  }

  /** Recorded: an array within an array. */
  private JsonElement every() {
    JsonArray inner = new JsonArray();
    variables.forEach((name, value) -> {
      JsonObject json = new JsonObject();
      json.addProperty("name", name);
      inner.add(typed(json, value));
    });
    JsonArray outer = new JsonArray();
    outer.add(inner);
    return outer;
  }

  private static JsonObject typed(JsonObject json, JsonPrimitive value) {
    json.addProperty("type", value.isString() ? "string" : "integer");
    json.add("value", value);
    return json;
  }

  private Outcome set(Arguments arguments) {
    JsonPrimitive value =
        arguments.text("type").equals("int")
            ? new JsonPrimitive(arguments.number("value"))
            : new JsonPrimitive(arguments.text("value"));
    variables.put(arguments.text("name"), value);
    return Outcome.ok();
  }
}
