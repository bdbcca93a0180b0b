package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Arguments;

/** Puts arguments into a sentence. */
final class Placeholders {
  private Placeholders() {}

  /** {@return the text with each {@code {argument}} replaced by its value, or by "its default"} */
  static String fill(String text, Arguments arguments) {
    StringBuilder filled = new StringBuilder(text.length() + 40);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled.append(text, from, open).append(value(text.substring(open + 1, close), arguments));
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static String value(String argument, Arguments arguments) {
    JsonElement value = arguments.json().get(argument);
    if (value == null) {
      return "its default";
    }
    return value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.toString();
  }
}
