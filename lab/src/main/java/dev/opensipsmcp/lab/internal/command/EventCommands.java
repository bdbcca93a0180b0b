package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.event.EventBus;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Subscribes to events, lists them and their subscribers, and raises them. */
final class EventCommands {
  private static final int DEFAULT_EXPIRE = 3600;
  private static final String PARAMS = "params";

  private final EventBus events;
  private final Version version;

  EventCommands(EventBus events, Version version) {
    this.events = events;
    this.version = version;
  }

  List<Command> all() {
    return List.of(
        Command.of("event_subscribe", "evi:subscribe", this::subscribe),
        Command.of("events_list", "evi:list", none -> list()),
        Command.of("subscribers_list", "evi:subscribers", this::subscribers),
        new Command("raise_event", "evi:raise", Set.of(PARAMS), this::raise));
  }

  private Outcome subscribe(Arguments arguments) {
    int expire = arguments.has("expire") ? arguments.number("expire") : DEFAULT_EXPIRE;
    if (expire < 0) {
      return Outcome.invalidParams("Negative expire value");
    }
    return events.subscribe(arguments.text("event"), arguments.text("socket"), expire)
        ? Outcome.ok()
        : Outcome.refuse(400, "Bad parameter value");
  }

  private Outcome list() {
    JsonArray list = new JsonArray();
    for (String name : events.names()) {
      JsonObject event = new JsonObject();
      event.addProperty("name", name);
      event.addProperty("id", list.size());
      list.add(event);
    }
    return named("Events", list);
  }

  private static Outcome named(String name, JsonElement value) {
    JsonObject json = new JsonObject();
    json.add(name, value);
    return Outcome.value(json);
  }

  private Outcome subscribers(Arguments arguments) {
    if (!arguments.has("event")) {
      return named("Events", events.listed());
    }
    String event = arguments.text("event");
    if (!events.names().contains(event)) {
      return Outcome.refuse(404, "Event not published");
    }
    if (!arguments.has("socket")) {
      return named("Event", events.listed(event));
    }
    return events
        .listed(event, arguments.text("socket"))
        .map(found -> named("Event", found))
        .orElseGet(() -> Outcome.refuse(404, "Subscriber does not exist"));
  }

  private Outcome raise(Arguments arguments) {
    String event = arguments.text("event");
    if (!events.names().contains(event)) {
      return Outcome.refuse(404, "Event not registered");
    }
    if (!arguments.has(PARAMS)) {
      events.raise(event, "");
      return Outcome.ok();
    }
    List<String> array = arguments.texts(PARAMS);
    if (!array.isEmpty()) {
      events.raise(event, positional(array));
      return Outcome.ok();
    }
    Optional<String> text = arguments.optionalText(PARAMS);
    if (text.isEmpty()) {
      return Outcome.refuse(400, "No Params");
    }
    Optional<JsonObject> carried = object(text.get());
    carried.ifPresent(params -> events.raise(event, params));
    return carried.isPresent() ? Outcome.ok() : Outcome.refuse(400, "Bad Params");
  }

  /** Values without names are an array up to 3.6, and all have the empty name on 4.0. */
  private String positional(List<String> values) {
    boolean named = version == Version.V4_0;
    StringJoiner json = new StringJoiner(",", named ? "{" : "[", named ? "}" : "]");
    for (String value : values) {
      json.add((named ? "\"\":" : "") + new JsonPrimitive(value));
    }
    return json.toString();
  }

  /** A number and a text stay what they are; anything else is sent as its JSON text. */
  private static Optional<JsonObject> object(String text) {
    try {
      if (!(JsonParser.parseString(text) instanceof JsonObject given)) {
        return Optional.empty();
      }
      JsonObject params = new JsonObject();
      given
          .entrySet()
          .forEach(entry -> {
            boolean plain =
                entry.getValue() instanceof JsonPrimitive value
                    && (value.isString() || value.isNumber());
            params.add(
                entry.getKey(),
                plain ? entry.getValue() : new JsonPrimitive(entry.getValue().toString()));
          });
      return Optional.of(params);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }
}
