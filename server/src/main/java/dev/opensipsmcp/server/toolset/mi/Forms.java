package dev.opensipsmcp.server.toolset.mi;

import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Recipe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parameter sets that a command accepts, in words and as a check. */
final class Forms {

  private Forms() {}

  /** {@return each accepted parameter set, for example {@code callid, from_tag}} */
  static List<String> of(MiCommand command) {
    List<String> forms = new ArrayList<>();
    for (Recipe recipe : command.recipes()) {
      forms.add(recipe.parameters().isEmpty() ? "no parameters" : text(recipe));
    }
    return forms;
  }

  /** {@return whether these are exactly the names of one accepted set} */
  static boolean accept(MiCommand command, Set<String> names) {
    for (Recipe recipe : command.recipes()) {
      Set<String> accepted = new HashSet<>();
      for (MiParameter parameter : recipe.parameters()) {
        accepted.add(parameter.name());
      }
      if (accepted.equals(names)) {
        return true;
      }
    }
    return false;
  }

  private static String text(Recipe recipe) {
    StringBuilder text = new StringBuilder();
    for (MiParameter parameter : recipe.parameters()) {
      text.append(text.isEmpty() ? "" : ", ").append(parameter.name());
      if (parameter.type() == MiType.ARRAY) {
        text.append(" (array)");
      }
    }
    return text.toString();
  }
}
