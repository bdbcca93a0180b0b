package dev.opensipsmcp.server.toolset.diagnose.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * A call of a tool that a finding advises. Nobody makes it here: a change goes to the gate when the
 * reader calls the tool.
 *
 * @param tool the tool's name
 * @param arguments what to call it with; not to be changed
 * @param why what it is for, one sentence
 */
public record Move(String tool, JsonObject arguments, String why) {

  /**
   * {@return a call}
   *
   * @param tool the tool's name
   * @param why what it is for, one sentence
   * @param pairs names and values by turns; values are texts, whole numbers, flags, or JSON
   */
  public static Move of(String tool, String why, Object... pairs) {
    return new Move(tool, arguments(pairs), why);
  }

  /** {@return arguments of a call, from names and values by turns} */
  public static JsonObject arguments(Object... pairs) {
    JsonObject json = new JsonObject();
    for (int at = 0; at < pairs.length; at += 2) {
      String name = pairs[at].toString();
      switch (pairs[at + 1]) {
        case Number number -> json.addProperty(name, number);
        case Boolean flag -> json.addProperty(name, flag);
        case JsonElement element -> json.add(name, element);
        case List<?> texts -> {
          JsonArray array = new JsonArray();
          texts.forEach(text -> array.add(text.toString()));
          json.add(name, array);
        }
        case Object other -> json.addProperty(name, other.toString());
      }
    }
    return json;
  }

  /**
   * {@return whether its arguments can be told as they are} One that holds a name which is none is
   * left out, so that words of others never become part of a call that this server advises.
   */
  boolean safe() {
    return arguments.asMap().values().stream().allMatch(Move::safe);
  }

  private static boolean safe(JsonElement value) {
    return switch (value) {
      case JsonArray list -> list.asList().stream().allMatch(Move::safe);
      case JsonPrimitive plain -> !plain.isString() || Quote.isName(plain.getAsString());
      default -> true;
    };
  }

  /** {@return it as JSON} */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("tool", tool);
    json.add("arguments", arguments);
    json.addProperty("why", why);
    return json;
  }
}
