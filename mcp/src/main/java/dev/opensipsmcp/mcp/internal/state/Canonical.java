package dev.opensipsmcp.mcp.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.internal.rpc.JsonText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** One text for all ways to write the same JSON: members sorted, numbers in their shortest form. */
final class Canonical {
  private static final int LONGEST_NUMBER = 64;

  private Canonical() {}

  static String text(JsonElement value) {
    return JsonText.write(sorted(value));
  }

  private static JsonElement sorted(JsonElement value) {
    if (value instanceof JsonObject object) {
      TreeMap<String, JsonElement> members = new TreeMap<>();
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        members.put(member.getKey(), member.getValue());
      }
      JsonObject copy = new JsonObject();
      members.forEach((name, element) -> copy.add(name, sorted(element)));
      return copy;
    }
    if (value instanceof JsonArray array) {
      JsonArray copy = new JsonArray(array.size());
      for (JsonElement element : array) {
        copy.add(sorted(element));
      }
      return copy;
    }
    if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
      return number(primitive);
    }
    return value;
  }

  /** A number of absurd length stays as it is written: reading it would take too long. */
  private static JsonPrimitive number(JsonPrimitive number) {
    String digits = number.getAsString();
    return digits.length() > LONGEST_NUMBER
        ? number
        : new JsonPrimitive(new BigDecimal(digits).stripTrailingZeros());
  }
}
