package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Recipe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matches parameters with a command's recipes, with the refusals recorded on 3.6 and 4.0. */
final class Recipes {

  /** What came of it. */
  sealed interface Match {

    /**
     * The parameters are one recipe's.
     *
     * @param arguments the values
     */
    record Fits(Arguments arguments) implements Match {}

    /**
     * They are not.
     *
     * @param refusal the answer
     */
    record Refused(Outcome refusal) implements Match {}
  }

  private Recipes() {}

  static Match match(Command command, MiCommand facts, Params params) {
    return switch (params) {
      case Params.Named named -> named(command, facts, named);
      case Params.Positional positional ->
          positional.size() == 0
              ? named(command, facts, new Params.Named(List.of(), new JsonObject()))
              : positional(command, facts, positional);
    };
  }

  private static Match named(Command command, MiCommand facts, Params.Named params) {
    List<Recipe> sameSize = ofSize(facts, params.size());
    if (sameSize.isEmpty()) {
      return refused("Too few or too many parameters");
    }
    Set<String> names = new HashSet<>(params.names());
    for (Recipe recipe : sameSize) {
      if (names.equals(new HashSet<>(recipe.names()))) {
        Map<String, JsonElement> values = new LinkedHashMap<>();
        recipe.names().forEach(name -> values.put(name, params.json().get(name)));
        return typed(command, recipe, values);
      }
    }
    return refused("Named parameters do not match");
  }

  private static Match positional(Command command, MiCommand facts, Params.Positional params) {
    if (facts.namedOnly()) {
      return refused("Command only supports named parameters");
    }
    List<Recipe> sameSize = ofSize(facts, params.size());
    if (sameSize.isEmpty()) {
      return refused("Too few or too many parameters");
    }
    if (sameSize.size() > 1) {
      return refused("Ambiguous call, use named parameters instead");
    }
    Recipe recipe = sameSize.getFirst();
    Map<String, JsonElement> values = new LinkedHashMap<>();
    for (int i = 0; i < params.size(); i++) {
      values.put(recipe.names().get(i), params.json().get(i));
    }
    return typed(command, recipe, values);
  }

  private static List<Recipe> ofSize(MiCommand facts, int size) {
    List<Recipe> found = new ArrayList<>();
    for (Recipe recipe : facts.recipes()) {
      if (recipe.parameters().size() == size) {
        found.add(recipe);
      }
    }
    return found;
  }

  private static Match typed(Command command, Recipe recipe, Map<String, JsonElement> values) {
    for (MiParameter parameter : recipe.parameters()) {
      JsonElement value = values.get(parameter.name());
      if (command.unchecked().contains(parameter.name())) {
        continue;
      }
      if (value == null || !fits(parameter.type(), value)) {
        return refused("Bad type for parameter '" + parameter.name() + "'");
      }
      if (parameter.type() == MiType.ARRAY && value.getAsJsonArray().isEmpty()) {
        return refused("Empty array in parameter '" + parameter.name() + "'");
      }
    }
    return new Match.Fits(new Arguments(values));
  }

  private static boolean fits(MiType type, JsonElement value) {
    return switch (type) {
      case ANY -> true;
      case BOOL ->
          value instanceof JsonPrimitive primitive
              && (primitive.isBoolean() || primitive.isNumber());
      case ARRAY -> value instanceof JsonArray;
      case STRING ->
          value instanceof JsonPrimitive primitive
              && (primitive.isString() || primitive.isNumber());
      case INT ->
          value instanceof JsonPrimitive primitive
              && (primitive.isNumber() || (primitive.isString() && digits(primitive)));
    };
  }

  private static boolean digits(JsonPrimitive text) {
    String value = text.getAsString();
    int begin = value.startsWith("-") ? 1 : 0;
    for (int i = begin; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return value.length() > begin;
  }

  private static Match refused(String data) {
    return new Match.Refused(Outcome.invalidParams(data));
  }
}
