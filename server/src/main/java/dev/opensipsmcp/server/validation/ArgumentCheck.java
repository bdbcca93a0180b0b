package dev.opensipsmcp.server.validation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds arguments against a tool's input schema. Each schema is compiled once, when its tool is
 * first called. Safe for many threads.
 */
public final class ArgumentCheck {
  private final Map<String, CompiledSchema> compiled = new ConcurrentHashMap<>();

  /**
   * {@return the arguments without those that are null: a caller that sends null for an argument
   * means that it gives none}
   */
  public static JsonObject given(JsonObject arguments) {
    JsonObject given = new JsonObject();
    for (Map.Entry<String, JsonElement> argument : arguments.entrySet()) {
      if (!argument.getValue().isJsonNull()) {
        given.add(argument.getKey(), argument.getValue());
      }
    }
    return given;
  }

  /**
   * {@return what is wrong with the arguments, one sentence per fault; empty when nothing is}
   *
   * @param tool the tool that they are for
   * @param arguments what was given
   */
  public List<String> faults(Tool tool, JsonObject arguments) {
    Schema schema = SharedParameters.of(tool);
    List<String> faults = new ArrayList<>(names(schema, arguments));
    if (!arguments.isEmpty()) {
      faults.addAll(
          compiled
              .computeIfAbsent(tool.name(), _ -> CompiledSchema.of(schema.json()))
              .faults(arguments));
    }
    return faults;
  }

  /** {@return the next step after faults: the arguments that the tool takes} */
  public static String valid(Tool tool) {
    List<String> names = names(SharedParameters.of(tool));
    return names.isEmpty()
        ? tool.name() + " takes no arguments."
        : tool.name() + " takes: " + String.join(", ", names) + ".";
  }

  private static List<String> names(Schema schema, JsonObject arguments) {
    List<String> known = names(schema);
    List<String> faults = new ArrayList<>();
    for (String name : arguments.keySet()) {
      if (!known.contains(name)) {
        faults.add(unknown(name, known));
      }
    }
    for (Schema.Property property : schema.properties()) {
      if (property.required() && !arguments.has(property.name())) {
        faults.add(property.name() + " is missing.");
      }
    }
    return faults;
  }

  private static String unknown(String name, List<String> known) {
    String shown = name.length() <= 64 ? name : name.substring(0, 64) + "…";
    List<String> nearest = Nearest.to(shown, known);
    return nearest.isEmpty()
        ? "There is no argument " + shown + "."
        : "There is no argument " + shown + "; did you mean " + nearest.getFirst() + "?";
  }

  private static List<String> names(Schema schema) {
    List<String> names = new ArrayList<>();
    for (Schema.Property property : schema.properties()) {
      names.add(property.name());
    }
    return names;
  }
}
