package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a node was at one moment.
 *
 * @param json the whole of it, as it stands in its file
 */
record Snapshot(JsonObject json) {
  /** What a file of ours says of itself. */
  static final String FORMAT = "opensips-mcp snapshot";

  /** The version of the format that this code writes, and the only one that it reads. */
  static final int VERSION = 1;

  /** {@return the beginning of a snapshot} */
  static JsonObject head(Instant taken, String instance, String label) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("version", VERSION);
    json.addProperty("taken", taken.toString());
    json.addProperty("instance", instance);
    json.addProperty("label", label);
    return json;
  }

  /**
   * {@return the snapshot that this is, or nothing when it is something else}
   *
   * @param json what a file holds
   */
  static Optional<Snapshot> of(JsonElement json) {
    return json instanceof JsonObject object
            && Json.text(object, "format").equals(FORMAT)
            && object.get("statistics") instanceof JsonObject
            && object.get("processes") instanceof JsonArray
            && object.get("states") instanceof JsonObject
            && object.get("counters") instanceof JsonArray
            && time(object).isPresent()
        ? Optional.of(new Snapshot(object))
        : Optional.empty();
  }

  private static Optional<Instant> time(JsonObject object) {
    try {
      return Optional.of(Instant.parse(Json.text(object, "taken")));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  Instant taken() {
    return time(json).orElseThrow();
  }

  String text(String member) {
    return Json.text(json, member);
  }

  long upSeconds() {
    return Json.number(json, "up_s", -1);
  }

  /** {@return its figures, by name} */
  Map<String, Long> statistics() {
    Map<String, Long> figures = new TreeMap<>();
    JsonObject kept = Json.object(json, "statistics");
    for (String name : kept.keySet()) {
      figures.put(name, Json.number(kept, name, 0));
    }
    return figures;
  }

  /** {@return the names of those that only count up} */
  Set<String> counters() {
    Set<String> names = new HashSet<>();
    for (JsonElement name : Json.list(json, "counters")) {
      if (name.isJsonPrimitive()) {
        names.add(name.getAsString());
      }
    }
    return names;
  }

  /** {@return its processes by their number inside OpenSIPS} */
  Map<Long, JsonObject> processes() {
    Map<Long, JsonObject> processes = new TreeMap<>();
    for (JsonElement element : Json.list(json, "processes")) {
      JsonObject process = Json.asObject(element);
      processes.put(Json.number(process, "id", -1), process);
    }
    return processes;
  }

  /** {@return the states of one part by what has them; nothing when the node had no such part} */
  Optional<Map<String, String>> states(StatePart part) {
    if (!(Json.object(json, "states").get(part.label()) instanceof JsonObject kept)) {
      return Optional.empty();
    }
    Map<String, String> states = new TreeMap<>();
    for (String name : kept.keySet()) {
      states.put(name, Json.text(kept, name));
    }
    return Optional.of(states);
  }
}
