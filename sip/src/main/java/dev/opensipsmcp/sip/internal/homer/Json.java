package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads what a server answered without trusting its shape. */
final class Json {
  private Json() {}

  /** {@return the object that a text is, if it is one} */
  static Optional<JsonObject> parse(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject json
          ? Optional.of(json)
          : Optional.empty();
    } catch (JsonParseException _) {
      return Optional.empty();
    }
  }

  static JsonObject object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /** {@return the objects of a list; what is none is left out} */
  static List<JsonObject> objects(JsonElement list) {
    List<JsonObject> objects = new ArrayList<>();
    if (list instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element instanceof JsonObject object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  /** {@return the first of these members that is a plain value with text; else empty} */
  static String text(JsonObject json, String... names) {
    for (String name : names) {
      if (json.get(name) instanceof JsonPrimitive value && !value.getAsString().isEmpty()) {
        return value.getAsString();
      }
    }
    return "";
  }

  /** {@return the first of these members that is a finite number, or the text of one} */
  static OptionalDouble number(JsonObject json, String... names) {
    for (String name : names) {
      if (json.get(name) instanceof JsonPrimitive value && !value.isBoolean()) {
        try {
          double number = Double.parseDouble(value.getAsString());
          if (Double.isFinite(number)) {
            return OptionalDouble.of(number);
          }
        } catch (NumberFormatException _) {
          // The next name may have one.
        }
      }
    }
    return OptionalDouble.empty();
  }

  /** {@return the same as a whole number} */
  static OptionalLong whole(JsonObject json, String... names) {
    OptionalDouble number = number(json, names);
    return number.isPresent() ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
  }

  static int whole(JsonObject json, int otherwise, String... names) {
    OptionalDouble number = number(json, names);
    return number.isPresent() ? (int) number.getAsDouble() : otherwise;
  }
}
