package dev.opensipsmcp.mi.internal.check;

import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Recipe;
import java.util.ArrayList;
import java.util.List;

/** Recipes as a person reads them. */
final class Forms {
  private Forms() {}

  static List<String> of(List<Recipe> recipes) {
    List<String> forms = new ArrayList<>(recipes.size());
    for (Recipe recipe : recipes) {
      forms.add(form(recipe));
    }
    return forms;
  }

  private static String form(Recipe recipe) {
    if (recipe.parameters().isEmpty()) {
      return "no parameters";
    }
    StringBuilder form = new StringBuilder();
    for (MiParameter parameter : recipe.parameters()) {
      form.append(form.isEmpty() ? "" : ", ").append(parameter.name());
      if (parameter.type() == MiType.ARRAY) {
        form.append("[]");
      } else if (parameter.type() == MiType.INT) {
        form.append(":int");
      }
    }
    return form.toString();
  }
}
