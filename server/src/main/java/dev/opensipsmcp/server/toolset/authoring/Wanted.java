package dev.opensipsmcp.server.toolset.authoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody wants a module to have. */
final class Wanted {
  private static final int MOST = 50;

  private Wanted() {}

  /** The type of a parameter's value. */
  enum Type {
    TEXT,
    NUMBER
  }

  /**
   * An MI command.
   *
   * @param name its name
   * @param description what it does
   */
  record Command(String name, String description) {}

  /**
   * A parameter.
   *
   * @param name its name
   * @param type of its value
   * @param value its default; empty for none
   */
  record Parameter(String name, Type type, String value) {

    /** {@return why it can't be one; empty when it can} */
    Optional<String> objection() {
      if (!Snippets.usable(name)) {
        return Optional.of("No parameter can be named " + name + ".");
      }
      return type == Type.NUMBER && !value.isEmpty() && !value.matches("-?[0-9]{1,9}")
          ? Optional.of("The default of " + name + " is no whole number of at most nine digits.")
          : Optional.empty();
    }
  }

  static Type type(String word) {
    return word.equals("int") ? Type.NUMBER : Type.TEXT;
  }

  /** What was read of a list; a list that can't be read says why. */
  record Read<T>(List<T> items, Optional<String> objection) {
    static <T> Read<T> wrong(String reason) {
      return new Read<>(List.of(), Optional.of(reason));
    }
  }

  /** {@return the commands of a JSON list, of names or of objects with name and description} */
  static Read<Command> commands(String json) {
    List<Command> commands = new ArrayList<>();
    Optional<JsonArray> list = list(json);
    if (list.isEmpty()) {
      return Read.wrong("mi_commands_json is no JSON list of at most " + MOST + " items.");
    }
    for (JsonElement item : list.get()) {
      JsonObject one = named(item);
      String name = Json.text(one, "name");
      if (!Snippets.usable(name)) {
        return Read.wrong("No MI command can be named " + name + ".");
      }
      String description = Json.text(one, "description");
      commands.add(new Command(name, description.isEmpty() ? "answers for " + name : description));
    }
    return new Read<>(commands, Optional.empty());
  }

  /** {@return the parameters of a JSON list, of names or of objects with name, type, default} */
  static Read<Parameter> parameters(String json) {
    List<Parameter> parameters = new ArrayList<>();
    Optional<JsonArray> list = list(json);
    if (list.isEmpty()) {
      return Read.wrong("params_json is no JSON list of at most " + MOST + " items.");
    }
    for (JsonElement item : list.get()) {
      JsonObject one = named(item);
      Parameter parameter =
          new Parameter(
              Json.text(one, "name"), type(Json.text(one, "type")), Json.text(one, "default"));
      Optional<String> objection = parameter.objection();
      if (objection.isPresent()) {
        return Read.wrong(objection.get());
      }
      parameters.add(parameter);
    }
    return new Read<>(parameters, Optional.empty());
  }

  private static JsonObject named(JsonElement item) {
    return item instanceof JsonPrimitive name
        ? Json.object("name", name.getAsString())
        : Json.asObject(item);
  }

  private static Optional<JsonArray> list(String json) {
    try {
      return JsonParser.parseString(json) instanceof JsonArray list && list.size() <= MOST
          ? Optional.of(list)
          : Optional.empty();
    } catch (JsonParseException _) {
      return Optional.empty();
    }
  }
}
