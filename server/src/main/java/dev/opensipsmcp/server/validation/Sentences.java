package dev.opensipsmcp.server.validation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.harrel.jsonschema.Error;
import dev.opensipsmcp.server.redact.Redactor;

/** Says in plain words what is wrong with a value. */
final class Sentences {
  private static final int SHOWN = 60;

  private Sentences() {}

  static String of(Error error, JsonObject schema, JsonObject instance) {
    String where = name(error.getInstanceLocation());
    boolean secret = Redactor.isSecretName(where.substring(where.lastIndexOf('.') + 1));
    String path = error.getEvaluationPath();
    String keyword = path.substring(path.lastIndexOf('/') + 1);
    JsonElement rule = at(schema, path);
    String value = secret ? "that" : shown(at(instance, error.getInstanceLocation()));
    return switch (keyword) {
      case "type" -> where + " must be " + kind(rule) + ", not " + value + ".";
      case "enum" -> where + " must be one of " + listed(rule) + ", not " + value + ".";
      case "minimum" -> where + " must be at least " + rule + ", not " + value + ".";
      case "maximum" -> where + " must be at most " + rule + ", not " + value + ".";
      case "maxLength" -> where + " must be at most " + rule + " characters long.";
      case "minLength" -> where + " must be at least " + rule + " characters long.";
      case "maxItems" -> where + " must have at most " + rule + " items.";
      case "minItems" -> where + " must have at least " + rule + " items.";
      case "pattern" -> where + " must match " + text(rule) + ", which " + value + " does not.";
      case "additionalProperties" -> "There is no member " + where + ".";
      default -> where + ": " + error.getError() + ".";
    };
  }

  /** {@code /params/x} becomes {@code params.x}. */
  private static String name(String pointer) {
    return pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  private static JsonElement at(JsonElement from, String pointer) {
    JsonElement at = from;
    for (String raw : pointer.substring(1).split("/", -1)) {
      String step = raw.replace("~1", "/").replace("~0", "~");
      at =
          switch (at) {
            case JsonObject object when object.has(step) -> object.get(step);
            case JsonArray array when index(step, array) >= 0 -> array.get(index(step, array));
            default -> JsonNull.INSTANCE;
          };
    }
    return at;
  }

  private static int index(String step, JsonArray array) {
    try {
      int index = Integer.parseInt(step);
      return index < array.size() ? index : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String kind(JsonElement type) {
    return switch (text(type)) {
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "string" -> "a text";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "an object";
      default -> "of type " + type;
    };
  }

  /** Objects and lists may hold secrets under their names, so they are not shown. */
  private static String shown(JsonElement value) {
    return switch (value) {
      case JsonObject _ -> "an object";
      case JsonArray _ -> "a list";
      case JsonPrimitive primitive when primitive.isString() -> "the text " + cut(value);
      default -> cut(value);
    };
  }

  private static String cut(JsonElement value) {
    String json = value.toString();
    return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…";
  }

  private static String listed(JsonElement values) {
    StringBuilder listed = new StringBuilder();
    if (values instanceof JsonArray array) {
      for (JsonElement value : array) {
        listed.append(listed.isEmpty() ? "" : ", ").append(text(value));
      }
    }
    return listed.toString();
  }

  private static String text(JsonElement element) {
    return element.isJsonPrimitive() ? element.getAsString() : element.toString();
  }
}
