package dev.opensipsmcp.mi.internal.check;

import dev.opensipsmcp.facts.Recipe;
import java.util.List;

/**
 * The command that a call means, as its node has it.
 *
 * @param name the name on the wire
 * @param module the module that exports it; empty when the facts do not know it
 * @param recipes its accepted parameter sets
 * @param async whether it holds the node's MI process until other work ended
 */
public record Target(String name, String module, List<Recipe> recipes, boolean async) {

  /** {@return the accepted forms, for a person} */
  public List<String> forms() {
    return Forms.of(recipes);
  }
}
