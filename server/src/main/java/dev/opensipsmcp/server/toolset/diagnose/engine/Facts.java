package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The evidence as rules read it: by key, without trusting its shape. */
public final class Facts {
  private final Map<String, JsonElement> values = new LinkedHashMap<>();

  /**
   * Facts of what was seen.
   *
   * @param evidence seen or not
   */
  public Facts(List<Evidence> evidence) {
    for (Evidence one : evidence) {
      if (one instanceof Evidence.Seen seen) {
        values.put(seen.key(), seen.value());
      }
    }
  }

  /** {@return whether it was seen} */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** {@return the object that was seen; empty when there is none} */
  public JsonObject object(String key) {
    return values.get(key) instanceof JsonObject object ? object : new JsonObject();
  }

  /** {@return the rows that were seen; none when there are none} */
  public List<JsonObject> rows(String key) {
    return values.get(key) instanceof JsonArray array ? objects(array) : List.of();
  }

  /** {@return the objects of a list within the object that was seen} */
  public List<JsonObject> rows(String key, String member) {
    return objects(Json.list(object(key), member));
  }

  /** {@return the text that was seen} */
  public Optional<String> text(String key) {
    return values.get(key) instanceof JsonPrimitive text
        ? Optional.of(text.getAsString())
        : Optional.empty();
  }

  /** {@return a statistic, where the node has it} */
  public OptionalLong number(String key, String name) {
    long value = Json.number(object(key), name, Long.MIN_VALUE);
    return value == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** {@return a statistic, 0 where the node has none} */
  public long count(String key, String name) {
    return number(key, name).orElse(0);
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.asList().stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }
}
