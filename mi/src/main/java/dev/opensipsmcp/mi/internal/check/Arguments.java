package dev.opensipsmcp.mi.internal.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Nearest;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.mi.MiError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds arguments against a command's recipes as OpenSIPS does: their names must be exactly those
 * of one recipe, and their types must be convertible.
 */
public final class Arguments {
  private Arguments() {}

  /**
   * Checks arguments.
   *
   * @param target the command
   * @param params the arguments
   * @return what is wrong; nothing when the node will accept them
   */
  public static Optional<MiError> fault(Target target, JsonObject params) {
    for (Recipe recipe : target.recipes()) {
      if (names(recipe).equals(params.keySet())) {
        Optional<MiError> fault = typeFault(target, recipe, params);
        return fault.isPresent()
            ? fault
            : CarrierOptions.fault(target, params).map(cause -> wrong(target, cause));
      }
    }
    Recipe closest = closest(target.recipes(), params.keySet());
    StringBuilder cause = new StringBuilder(target.name()).append(" has no form with ");
    cause.append(params.isEmpty() ? "no parameters" : String.join(", ", params.keySet()));
    describeUnknown(cause, target.recipes(), params.keySet());
    describeMissing(cause, closest, params.keySet());
    return Optional.of(wrong(target, cause.toString()));
  }

  /**
   * Puts arguments into the form that OpenSIPS understands. It takes a JSON boolean without an
   * error and then uses the parameter's default, so a flag goes as 1 or 0.
   *
   * @param target the command
   * @param params its arguments, without a fault
   * @return what to send
   */
  public static JsonObject onWire(Target target, JsonObject params) {
    JsonObject sent = new JsonObject();
    params.asMap().forEach((name, value) -> sent.add(name, flagAsNumber(target, name, value)));
    CarrierOptions.pad(target, sent);
    return sent;
  }

  private static JsonElement flagAsNumber(Target target, String name, JsonElement value) {
    if (value instanceof JsonPrimitive flag && flag.isBoolean()) {
      for (Recipe recipe : target.recipes()) {
        for (MiParameter parameter : recipe.parameters()) {
          if (parameter.type() == MiType.BOOL && parameter.name().equals(name)) {
            return new JsonPrimitive(flag.getAsBoolean() ? 1 : 0);
          }
        }
      }
    }
    return value;
  }

  private static Optional<MiError> typeFault(Target target, Recipe recipe, JsonObject params) {
    for (MiParameter parameter : recipe.parameters()) {
      JsonElement value = params.get(parameter.name());
      Optional<String> fault = Values.fault(parameter.type(), value);
      if (fault.isPresent()) {
        return Optional.of(wrong(target, parameter.name() + " of " + target.name() + fault.get()));
      }
    }
    return Optional.empty();
  }

  private static MiError wrong(Target target, String cause) {
    List<String> forms = target.forms();
    return new MiError.WrongArguments(
        target.name(), forms, cause, "Use one of these forms: " + String.join(" | ", forms) + ".");
  }

  private static void describeUnknown(
      StringBuilder cause, List<Recipe> recipes, Set<String> given) {
    Set<String> known = new HashSet<>();
    for (Recipe recipe : recipes) {
      known.addAll(names(recipe));
    }
    for (String name : given) {
      if (!known.contains(name)) {
        cause.append("; ").append(name).append(" is unknown");
        Nearest.wide().to(name, known, Arguments::plain).stream()
            .findFirst()
            .ifPresent(near -> cause.append(", did you mean ").append(near));
      }
    }
  }

  private static String plain(String name) {
    return name.replace("_", "").replace("-", "");
  }

  private static void describeMissing(StringBuilder cause, Recipe closest, Set<String> given) {
    List<String> missing = new ArrayList<>(closest.names());
    missing.removeAll(given);
    if (!missing.isEmpty()) {
      cause.append("; missing: ").append(String.join(", ", missing));
    }
  }

  /** The recipe that shares the most names with those given; of equals the shortest. */
  private static Recipe closest(List<Recipe> recipes, Set<String> given) {
    Recipe best = new Recipe(List.of());
    int bestScore = Integer.MIN_VALUE;
    for (Recipe recipe : recipes) {
      Set<String> shared = names(recipe);
      int size = shared.size();
      shared.retainAll(given);
      int score = shared.size() * 1000 - size;
      if (score > bestScore) {
        best = recipe;
        bestScore = score;
      }
    }
    return best;
  }

  private static Set<String> names(Recipe recipe) {
    Set<String> names = HashSet.newHashSet(recipe.parameters().size());
    for (MiParameter parameter : recipe.parameters()) {
      names.add(parameter.name());
    }
    return names;
  }
}
