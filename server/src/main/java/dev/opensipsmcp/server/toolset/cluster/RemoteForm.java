package dev.opensipsmcp.server.toolset.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command in the form in which the cluster carries it: a name, and texts by position. So a
 * command that wants names, or lists, or has two forms of one length, can't be sent.
 */
sealed interface RemoteForm {

  /**
   * It can be sent.
   *
   * @param command its name on this version
   * @param values its parameters in order, each a text
   */
  record Right(String command, JsonArray values) implements RemoteForm {}

  /**
   * It can't.
   *
   * @param failure why
   */
  record Wrong(Outcome.Failure failure) implements RemoteForm {}

  /**
   * The commands that send others on: sent on themselves, nobody could tell what runs in the end.
   */
  Set<String> SENDING =
      Set.of(
          "cluster_send_mi", "clusterer:send_mi", "cluster_broadcast_mi", "clusterer:broadcast_mi");

  /** {@return the form of the command that the arguments name} */
  static RemoteForm of(Version version, Arguments arguments) {
    String asked = arguments.text("mi_cmd");
    return switch (Facts.of(version).mi().lookup(asked)) {
      case MiLookup.Ambiguous(List<String> candidates) ->
          wrong(asked + " means several commands.", "Say which: " + String.join(", ", candidates));
      case MiLookup.Unknown _ ->
          wrong(
              "OpenSIPS " + version.label() + " has no MI command " + asked + ".",
              "Find its name with mi_list_commands.");
      case MiLookup.Found(MiCommand command) -> of(command, arguments);
    };
  }

  private static RemoteForm of(MiCommand command, Arguments arguments) {
    String name = command.name();
    if (SENDING.contains(name)) {
      return wrong(name + " can't be sent on.", "Name the command that is to run in the end.");
    }
    if (command.async() || command.namedOnly()) {
      return wrong(
          "The cluster can't carry " + name + ", which answers late or wants named parameters.",
          "Run it on that node as an instance of its own.");
    }
    Optional<JsonObject> given = params(arguments);
    if (given.isEmpty()) {
      return wrong("mi_params is no JSON object.", "Write it like {\"group\":\"1\"}.");
    }
    return of(command, given.get());
  }

  private static Optional<JsonObject> params(Arguments arguments) {
    String text = arguments.maybeText("mi_params").orElse("").strip();
    try {
      return text.isEmpty()
          ? Optional.of(new JsonObject())
          : JsonParser.parseString(text) instanceof JsonObject object
              ? Optional.of(object)
              : Optional.empty();
    } catch (JsonSyntaxException _) {
      return Optional.empty();
    }
  }

  private static RemoteForm of(MiCommand command, JsonObject given) {
    Optional<Recipe> recipe = command.recipeOf(given.keySet());
    if (recipe.isEmpty()) {
      return wrong(
          command.name() + " does not take these parameters.",
          "Look at its forms with mi_list_commands.");
    }
    long alike =
        command.recipes().stream()
            .filter(other -> other.parameters().size() == given.size())
            .count();
    if (alike > 1 && !given.isEmpty()) {
      return wrong(
          command.name()
              + " has "
              + alike
              + " forms of that many parameters, and the cluster"
              + " carries no names.",
          "Run it on that node as an instance of its own.");
    }
    JsonArray values = new JsonArray();
    for (MiParameter parameter : recipe.get().parameters()) {
      JsonElement value = given.get(parameter.name());
      if (parameter.type() == MiType.ARRAY || !(value instanceof JsonPrimitive primitive)) {
        return wrong(
            "The cluster carries plain values only, and " + parameter.name() + " is none.",
            "Run it on that node as an instance of its own.");
      }
      values.add(
          primitive.isBoolean() ? primitive.getAsBoolean() ? "1" : "0" : primitive.getAsString());
    }
    return new Right(command.name(), values);
  }

  private static RemoteForm wrong(String cause, String nextStep) {
    return new Wrong(
        ToolError.CLUSTER_COMMAND_REFUSED.failure(
            cause, nextStep.endsWith(".") ? nextStep : nextStep + "."));
  }
}
