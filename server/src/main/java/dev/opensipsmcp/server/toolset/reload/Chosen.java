package dev.opensipsmcp.server.toolset.reload;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.mi.MiNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A reload that was asked for, on one node.
 *
 * @param reload the reload
 * @param skipped why it will not run; empty when it will
 */
record Chosen(Reload reload, String skipped) {

  boolean runs() {
    return skipped.isEmpty();
  }

  /**
   * {@return the reloads that the targets name, in the order in which to run them; all when there
   * are no targets}
   */
  static List<Chosen> of(List<String> targets, MiNode node) {
    List<Chosen> chosen = new ArrayList<>();
    for (Reload reload : Reloads.ALL) {
      boolean named = targets.stream().anyMatch(reload::answersTo);
      if (named || targets.isEmpty()) {
        chosen.add(new Chosen(reload, why(reload, named, node)));
      }
    }
    return chosen;
  }

  private static String why(Reload reload, boolean named, MiNode node) {
    return switch (Facts.of(node.version()).mi().lookup(reload.command())) {
      case MiLookup.Found(var command) when !node.commands().contains(command.name()) ->
          "Module " + reload.module() + " is not loaded.";
      case MiLookup.Found _ ->
          reload.onlyNamed() && !named ? "It runs only when it is named in targets." : "";
      default -> "OpenSIPS " + node.version().label() + " has no " + reload.command() + ".";
    };
  }

  /** {@return the targets that name nothing} */
  static List<String> unknown(List<String> targets) {
    List<String> names = Reloads.names();
    return targets.stream().filter(target -> !names.contains(target)).toList();
  }
}
