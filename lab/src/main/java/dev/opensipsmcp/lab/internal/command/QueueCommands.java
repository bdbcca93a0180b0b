package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The queues of module mqueue. What is fetched is gone. */
final class QueueCommands {
  private final Map<String, Deque<JsonObject>> queues = new LinkedHashMap<>();

  QueueCommands() {
    Deque<JsonObject> first = new ArrayDeque<>();
    first.add(item("7f0c7@ua27.example.com", "answered"));
    first.add(item("7f0c8@ua28.example.com", "answered"));
    first.add(item("7f0c9@ua29.example.com", "rejected"));
    queues.put("q1", first);
    queues.put("missed", new ArrayDeque<>());
  }

  List<Command> all() {
    return List.of(
        Command.of("mq_get_size", "mqueue:get_size", this::size),
        Command.of("mq_get_sizes", "mqueue:get_sizes", none -> sizes()),
        Command.of("mq_fetch", "mqueue:fetch", this::fetch));
  }

  private static JsonObject item(String key, String value) {
    JsonObject json = new JsonObject();
    json.addProperty("key", key);
    json.addProperty("value", value);
    return json;
  }

  private JsonObject sized(String name, Deque<JsonObject> queue) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("size", queue.size());
    return json;
  }

  private Outcome size(Arguments arguments) {
    String name = arguments.text("name");
    Deque<JsonObject> queue = queues.get(name);
    if (queue == null) {
      return Outcome.refuse(404, "No such queue");
    }
    JsonObject json = new JsonObject();
    json.add("Queue", sized(name, queue));
    return Outcome.value(json);
  }

  private Outcome sizes() {
    JsonArray list = new JsonArray();
    queues.forEach((name, queue) -> list.add(sized(name, queue)));
    JsonObject json = new JsonObject();
    json.add("Queue", list);
    return Outcome.value(json);
  }

  private Outcome fetch(Arguments arguments) {
    Deque<JsonObject> queue = queues.get(arguments.text("name"));
    if (queue == null) {
      return Outcome.refuse(404, "No such queue");
    }
    if (!arguments.has("limit")) {
      return first(queue);
    }
    JsonArray items = new JsonArray();
    for (int left = arguments.number("limit"); left > 0 && !queue.isEmpty(); left--) {
      items.add(queue.removeFirst());
    }
    return Outcome.value(items);
  }

  private static Outcome first(Deque<JsonObject> queue) {
    if (queue.isEmpty()) {
      return Outcome.refuse(404, "Empty queue");
    }
    JsonObject json = new JsonObject();
    json.add("Item", queue.removeFirst());
    return Outcome.value(json);
  }
}
