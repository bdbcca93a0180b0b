package dev.opensipsmcp.server.toolset.common;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/** Reads what a node answered without trusting its shape, and builds small objects. */
public final class Json {

  private Json() {}

  /** {@return an object of one member} */
  public static JsonObject object(String name, String value) {
    JsonObject json = new JsonObject();
    json.addProperty(name, value);
    return json;
  }

  /** {@return a text member, or the empty text when it is absent or no plain value} */
  public static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  /** {@return a whole number, or the other when it is absent or no number} */
  public static long number(JsonObject json, String name, long otherwise) {
    return json.get(name) instanceof JsonPrimitive value
        ? number(value.getAsString(), otherwise)
        : otherwise;
  }

  /** {@return the whole number that a text spells, or the other} */
  public static long number(String text, long otherwise) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  /** {@return a list member, or an empty list} */
  public static JsonArray list(JsonObject json, String name) {
    return json.get(name) instanceof JsonArray array ? array : new JsonArray();
  }

  /** {@return an object member, or an empty object} */
  public static JsonObject object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /** {@return the value if it is an object, or an empty one} */
  public static JsonObject asObject(JsonElement value) {
    return value instanceof JsonObject object ? object : new JsonObject();
  }

  /** {@return the texts as a list} */
  public static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    for (String text : texts) {
      array.add(text);
    }
    return array;
  }

  /** {@return the objects as a list} */
  public static JsonArray list(List<JsonObject> objects) {
    JsonArray array = new JsonArray();
    objects.forEach(array::add);
    return array;
  }

  /** Adds a text member, unless the text is empty. */
  public static void addText(JsonObject json, String name, String text) {
    if (!text.isEmpty()) {
      json.addProperty(name, text);
    }
  }

  /** {@return the value, or JSON null where there is none} */
  public static JsonElement orNull(JsonObject json, String name) {
    return json.has(name) ? json.get(name) : JsonNull.INSTANCE;
  }
}
