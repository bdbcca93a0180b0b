package dev.opensipsmcp.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * Turns {@code key=value} words into a tool's arguments. The tool's input schema says which type a
 * value has; the gate checks the result like any other call's.
 */
final class KeyValues {
  private KeyValues() {}

  /**
   * {@return the arguments}
   *
   * @param words the words after the tool's name
   * @param inputSchema the tool's input schema
   * @throws UsageException when a word is not {@code key=value} or a value can't be its type
   */
  static JsonObject parse(List<String> words, JsonObject inputSchema) {
    JsonObject properties =
        inputSchema.get("properties") instanceof JsonObject found ? found : new JsonObject();
    JsonObject arguments = new JsonObject();
    for (String word : words) {
      int at = word.indexOf('=');
      if (at <= 0) {
        throw new UsageException("'" + word + "' is not key=value");
      }
      String key = word.substring(0, at);
      arguments.add(key, value(key, word.substring(at + 1), type(properties.get(key))));
    }
    return arguments;
  }

  private static String type(@org.jspecify.annotations.Nullable JsonElement property) {
    return property instanceof JsonObject schema
            && schema.get("type") instanceof JsonPrimitive type
            && type.isString()
        ? type.getAsString()
        : "string";
  }

  private static JsonElement value(String key, String text, String type) {
    return switch (type) {
      case "integer", "number" -> number(key, text);
      case "boolean" -> flag(key, text);
      case "array" -> array(key, text);
      case "object" -> object(key, text);
      default -> new JsonPrimitive(text);
    };
  }

  private static JsonElement number(String key, String text) {
    try {
      return text.indexOf('.') >= 0
          ? new JsonPrimitive(Double.parseDouble(text))
          : new JsonPrimitive(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new UsageException(key + " must be a number, not '" + text + "'");
    }
  }

  private static JsonElement flag(String key, String text) {
    return switch (text) {
      case "true", "yes" -> new JsonPrimitive(true);
      case "false", "no" -> new JsonPrimitive(false);
      default -> throw new UsageException(key + " must be true or false, not '" + text + "'");
    };
  }

  private static JsonElement array(String key, String text) {
    if (text.startsWith("[")) {
      return json(key, text);
    }
    JsonArray array = new JsonArray();
    for (String item : text.split(",", -1)) {
      array.add(item.strip());
    }
    return array;
  }

  private static JsonElement object(String key, String text) {
    JsonElement parsed = json(key, text);
    if (parsed.isJsonObject()) {
      return parsed;
    }
    throw new UsageException(key + " must be a JSON object");
  }

  private static JsonElement json(String key, String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw new UsageException(key + " is not valid JSON");
    }
  }
}
