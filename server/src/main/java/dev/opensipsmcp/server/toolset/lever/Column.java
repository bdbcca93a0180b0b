package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Schema;
import java.util.Locale;

/**
 * A column of a list.
 *
 * @param name its name in the result
 * @param path where the answer has it: a member of the row, or {@code LEVEL.member} of an enclosing
 *     level
 * @param type the JSON type that it has in the result
 * @param schema what it means
 */
public record Column(String name, String path, String type, Schema schema) {

  /** {@return a column of that meaning} */
  static Column of(String name, String path, Schema schema) {
    JsonElement type = schema.json().get("type");
    return new Column(name, path, type == null ? "" : type.getAsString(), schema);
  }

  /** {@return the answer's value in the column's type; as it is when it can't be had in that} */
  JsonElement typed(JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive)) {
      return value;
    }
    String text = primitive.getAsString();
    return switch (type) {
      case "string" -> primitive.isString() ? primitive : new JsonPrimitive(text);
      case "integer" -> primitive.isString() ? number(primitive, text) : primitive;
      case "boolean" -> primitive.isBoolean() ? primitive : flag(primitive, text);
      default -> primitive;
    };
  }

  private static JsonElement number(JsonPrimitive value, String text) {
    try {
      return new JsonPrimitive(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return value;
    }
  }

  private static JsonElement flag(JsonPrimitive value, String text) {
    // Some are padded: drouting writes "no" with a blank behind it.
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "1", "yes", "on", "true", "enabled" -> new JsonPrimitive(true);
      case "0", "no", "off", "false", "disabled" -> new JsonPrimitive(false);
      default -> value;
    };
  }
}
