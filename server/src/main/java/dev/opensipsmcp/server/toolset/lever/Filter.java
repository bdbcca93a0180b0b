package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Arguments;
import java.util.Locale;

/** Which rows of a list are wanted. */
@FunctionalInterface
public interface Filter {
  /** {@return whether the arguments want this row of the result} */
  boolean passes(JsonObject row, Arguments arguments);

  /** {@return a filter by a part of a text, whatever its case} */
  static Filter part(String argument, String column) {
    return (row, arguments) ->
        !arguments.has(argument)
            || text(row, column)
                .toLowerCase(Locale.ROOT)
                .contains(arguments.text(argument).toLowerCase(Locale.ROOT));
  }

  /** {@return a filter by the whole value: text, number or flag; texts whatever their case} */
  static Filter whole(String argument, String column) {
    return (row, arguments) ->
        !arguments.has(argument)
            || text(row, column).equalsIgnoreCase(arguments.json().get(argument).getAsString());
  }

  private static String text(JsonObject row, String column) {
    JsonElement value = row.get(column);
    return value instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
  }
}
