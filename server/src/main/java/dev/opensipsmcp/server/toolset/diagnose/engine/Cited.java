package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/**
 * A value of a piece of evidence that a statement leans on.
 *
 * @param key which of the task's looks it is from
 * @param name what the value is, in our words
 * @param value the value as it was read
 * @param unit for example {@code %}, {@code s} or {@code bytes}; empty where it has none
 */
public record Cited(String key, String name, JsonElement value, String unit) {

  /** {@return a text} */
  public static Cited text(String key, String name, String value) {
    return new Cited(key, name, new JsonPrimitive(value), "");
  }

  /** {@return a number with its unit} */
  public static Cited number(String key, String name, Number value, String unit) {
    return new Cited(key, name, new JsonPrimitive(value), unit);
  }
}
