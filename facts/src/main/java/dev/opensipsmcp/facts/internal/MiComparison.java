package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Difference;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiChanges;
import dev.opensipsmcp.facts.MiChanges.Rename;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.Recipe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares the MI commands of two versions, each under the name it has there. */
final class MiComparison {
  private final MiCatalogue from;
  private final MiCatalogue to;
  private final Facts after;
  private final List<Rename> renamed = new ArrayList<>();
  private final TreeSet<String> removed = new TreeSet<>();
  private final TreeSet<String> added = new TreeSet<>();
  private final TreeSet<String> changedRecipes = new TreeSet<>();

  MiComparison(Facts before, Facts after) {
    from = before.mi();
    to = after.mi();
    this.after = after;
  }

  MiChanges changes() {
    for (MiCommand command : to.commands()) {
      added.add(command.name());
    }
    for (MiCommand command : from.commands()) {
      Optional<MiCommand> now = from.nameIn(command, after.version()).flatMap(to::command);
      if (now.isPresent()) {
        compare(command, now.get());
      } else {
        removed.add(command.name());
      }
    }
    return new MiChanges(
        renamed,
        new Difference(List.copyOf(added), List.copyOf(removed)),
        List.copyOf(changedRecipes));
  }

  private void compare(MiCommand before, MiCommand now) {
    added.remove(now.name());
    if (!before.name().equals(now.name())) {
      renamed.add(new Rename(before.name(), now.name()));
    }
    if (!recipes(before).equals(recipes(now))) {
      changedRecipes.add(now.name());
    }
  }

  private static Set<Set<String>> recipes(MiCommand command) {
    Set<Set<String>> recipes = new HashSet<>();
    for (Recipe recipe : command.recipes()) {
      recipes.add(Set.copyOf(recipe.names()));
    }
    return recipes;
  }
}
