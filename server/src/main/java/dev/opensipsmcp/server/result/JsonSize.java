package dev.opensipsmcp.server.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Counts the characters that a value takes as JSON, without writing it. */
final class JsonSize {
  private static final long QUOTES = 2;
  private static final int UNICODE_ESCAPE = 6;

  private JsonSize() {}

  /** {@return the length of the value's JSON} */
  static long of(JsonElement element) {
    return switch (element) {
      case JsonObject object -> ofObject(object);
      case JsonArray array -> {
        long size = QUOTES + Math.max(0, array.size() - 1);
        for (JsonElement item : array) {
          size += of(item);
        }
        yield size;
      }
      case JsonPrimitive primitive when primitive.isString() -> ofText(primitive.getAsString());
      default -> element.toString().length();
    };
  }

  /** {@return the length of the text as a JSON string, quotes included} */
  static long ofText(String text) {
    long size = QUOTES;
    for (int i = 0; i < text.length(); i++) {
      size += ofChar(text.charAt(i));
    }
    return size;
  }

  /** {@return the length of one character inside a JSON string} */
  static int ofChar(char c) {
    return switch (c) {
      case '"', '\\', '\t', '\b', '\n', '\r', '\f' -> 2;
      case '\u2028', '\u2029' -> UNICODE_ESCAPE;
      default -> c < ' ' ? UNICODE_ESCAPE : 1;
    };
  }

  private static long ofObject(JsonObject object) {
    long size = QUOTES + Math.max(0, object.size() - 1);
    for (String name : object.keySet()) {
      size += ofText(name) + 1 + of(object.get(name));
    }
    return size;
  }
}
