package dev.opensipsmcp.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An MI command as a version's source declares it.
 *
 * @param name the canonical name of that version: {@code dlg_list} up to 3.6, {@code dialog:list}
 *     from 4.0
 * @param module the module to load for it, or {@code core}; in 4.0 it may differ from the name's
 *     group: {@code proto_tls} exports {@code tls:trace}
 * @param recipes every accepted parameter set
 * @param aliases other names that the same version accepts (4.0 only)
 * @param async whether the command answers only after other work ended and so holds the MI process
 * @param namedOnly whether the command refuses arguments without names
 */
public record MiCommand(
    String name,
    String module,
    List<Recipe> recipes,
    List<String> aliases,
    boolean async,
    boolean namedOnly) {
  public MiCommand {
    recipes = List.copyOf(recipes);
    aliases = List.copyOf(aliases);
  }

  /** {@return the name without its group: {@code list} for {@code dialog:list}} */
  public String localName() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** {@return every parameter that some recipe has, each once, in order of first appearance} */
  public List<MiParameter> parameters() {
    List<MiParameter> all = new ArrayList<>();
    for (Recipe recipe : recipes) {
      for (MiParameter parameter : recipe.parameters()) {
        if (!all.contains(parameter)) {
          all.add(parameter);
        }
      }
    }
    return List.copyOf(all);
  }

  /**
   * Finds the recipe that a call with the given parameters uses. OpenSIPS takes a call only when it
   * names exactly the parameters of one recipe.
   *
   * @param names the parameters of the call, in any order, each once
   * @return the recipe, or nothing when OpenSIPS would refuse the call
   */
  public Optional<Recipe> recipeOf(Collection<String> names) {
    for (Recipe recipe : recipes) {
      if (recipe.parameters().size() == names.size() && names.containsAll(recipe.names())) {
        return Optional.of(recipe);
      }
    }
    return Optional.empty();
  }
}
