package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a tool's arguments become an MI command's parameters, and back.
 *
 * @param parts the arguments that are sent
 * @param constants parameters that are always sent
 */
public record Wire(List<Part> parts, JsonObject constants) {
  public Wire {
    parts = List.copyOf(parts);
  }

  /**
   * One argument that is sent.
   *
   * @param argument its name in the tool
   * @param parameter its name in the MI command
   * @param flag whether it is true or false in the tool, 1 or 0 on the wire
   */
  public record Part(String argument, String parameter, boolean flag) {}

  /** {@return the parameters that these arguments come to} */
  public JsonObject params(Arguments arguments) {
    JsonObject params = constants.deepCopy();
    for (Part part : parts) {
      if (arguments.has(part.argument())) {
        params.add(part.parameter(), sent(arguments.json().get(part.argument())));
      }
    }
    return params;
  }

  /** {@return the arguments that these parameters stand for; empty when some stand for none} */
  public Optional<JsonObject> arguments(JsonObject params) {
    JsonObject arguments = new JsonObject();
    List<String> left = new ArrayList<>(params.keySet());
    for (Part part : parts) {
      JsonElement value = params.get(part.parameter());
      if (value != null) {
        left.remove(part.parameter());
        arguments.add(part.argument(), part.flag() ? flag(value) : value);
      }
    }
    for (Map.Entry<String, JsonElement> constant : constants.entrySet()) {
      if (!constant.getValue().equals(params.get(constant.getKey()))) {
        return Optional.empty();
      }
      left.remove(constant.getKey());
    }
    return left.isEmpty() ? Optional.of(arguments) : Optional.empty();
  }

  /**
   * A node ignores JSON's true and false for its flags (recorded on 4.0), so they go as 1 and 0.
   */
  private static JsonElement sent(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isBoolean()
        ? new JsonPrimitive(primitive.getAsBoolean() ? 1 : 0)
        : value;
  }

  private static JsonElement flag(JsonElement value) {
    return new JsonPrimitive(!value.getAsString().equals("0"));
  }
}
