package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code mi.tsv}. */
final class MiPart {
  private MiPart() {}

  /**
   * {@return the part} The module is the one to load; the extracted commands of 4.0 name their
   * group instead.
   */
  static String of(JsonElement commands, JsonElement modules) {
    Lines lines = new Lines();
    for (JsonObject command : Json.objects(commands)) {
      List<String> names = new ArrayList<>();
      List<String> parameters = new ArrayList<>();
      for (JsonObject parameter : Json.objects(command, "params")) {
        names.add(Json.string(parameter, "name"));
        parameters.add(Json.string(parameter, "name") + ":" + typeLetter(parameter));
      }
      lines.add(
          Json.string(command, "name"),
          module(command, modules),
          flags(command),
          Lines.words(Json.strings(command, "aliases")),
          Lines.words(parameters),
          Lines.words(recipes(command, names)));
    }
    return lines.sorted();
  }

  static String module(JsonObject command, JsonElement modules) {
    if (Json.is(command, "core")) {
      return "core";
    }
    String name = Json.string(command, "name");
    String group = Json.string(command, "module");
    String found = "";
    for (JsonObject module : Json.objects(modules)) {
      if (Json.strings(module, "mi").contains(name)) {
        found = Json.string(module, "name");
        if (found.equals(group)) {
          return group;
        }
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("No module exports the MI command " + name);
    }
    return found;
  }

  private static String flags(JsonObject command) {
    List<String> flags = Json.strings(command, "flags");
    return (flags.contains("MI_ASYNC_RPL_FLAG") ? "A" : "")
        + (flags.contains("MI_NAMED_PARAMS_ONLY") ? "N" : "");
  }

  private static char typeLetter(JsonObject parameter) {
    return switch (Json.string(parameter, "type")) {
      case "string" -> 's';
      case "int" -> 'i';
      case "bool_like" -> 'b';
      case "array" -> 'a';
      case "" -> '?';
      default -> throw new IllegalArgumentException("No letter for the type of " + parameter);
    };
  }

  private static List<String> recipes(JsonObject command, List<String> names) {
    List<String> recipes = new ArrayList<>();
    for (JsonObject recipe : Json.objects(command, "recipes")) {
      StringBuilder word = new StringBuilder();
      for (JsonObject parameter : Json.objects(recipe, "params")) {
        int place = names.indexOf(Json.string(parameter, "name"));
        if (place < 0 || place > 35) {
          throw new IllegalArgumentException("No place for " + parameter + " of " + command);
        }
        word.append(Character.forDigit(place, 36));
      }
      recipes.add(word.isEmpty() ? "-" : word.toString());
    }
    return recipes;
  }
}
