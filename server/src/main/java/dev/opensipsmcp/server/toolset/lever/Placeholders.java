package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Arguments;

/** Puts arguments into a sentence. */
final class Placeholders {
  private Placeholders() {}

  private static final String BEFORE = "before.";

  /**
   * {@return the text with each {@code {argument}} replaced by its value, or by "its default", and
   * each {@code {before.member}} by that member of the target's state}
   */
  static String fill(String text, Arguments arguments, JsonObject before) {
    StringBuilder filled = new StringBuilder(text.length() + 40);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 1, close);
      filled
          .append(text, from, open)
          .append(
              name.startsWith(BEFORE)
                  ? value(before, name.substring(BEFORE.length()))
                  : value(arguments.json(), name));
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static String value(JsonObject of, String name) {
    JsonElement value = of.get(name);
    if (value == null) {
      return "its default";
    }
    return value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.toString();
  }
}
