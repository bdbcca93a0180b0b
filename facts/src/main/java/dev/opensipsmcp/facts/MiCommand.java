package dev.opensipsmcp.facts;

import java.util.List;

/**
 * An MI command as a version's source declares it.
 *
 * @param name the canonical name of that version: {@code dlg_list} up to 3.6, {@code dialog:list}
 *     from 4.0
 * @param module the module that exports it, or {@code core}
 * @param recipes every accepted parameter set
 * @param aliases other names that the same version accepts (4.0 only)
 * @param async whether the command answers only after other work ended and so holds the MI process
 */
public record MiCommand(
    String name, String module, List<Recipe> recipes, List<String> aliases, boolean async) {
  public MiCommand {
    recipes = List.copyOf(recipes);
    aliases = List.copyOf(aliases);
  }
}
