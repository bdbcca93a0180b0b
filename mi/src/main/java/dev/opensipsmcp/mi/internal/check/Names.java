package dev.opensipsmcp.mi.internal.check;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the command that a name means on one node: what the version has and the node has loaded.
 */
public final class Names {
  private final MiNode node;
  private final Facts facts;

  /**
   * Makes the finder.
   *
   * @param node what the node told about itself
   */
  public Names(MiNode node) {
    this.node = node;
    this.facts = Facts.of(node.version());
  }

  /**
   * Finds a command.
   *
   * @param name any name that somebody may know it by
   * @return what it means here
   */
  public Meaning meaning(String name) {
    return switch (facts.mi().lookup(name)) {
      case MiLookup.Found found -> found(name, found.command());
      case MiLookup.Ambiguous many -> ambiguous(name, many.candidates());
      case MiLookup.Unknown unknown -> unknown(name, unknown);
    };
  }

  private Meaning found(String asked, MiCommand command) {
    if (node.commands().contains(command.name())) {
      return new Meaning.Known(
          new Target(command.name(), command.module(), command.recipes(), command.async()));
    }
    return node.commands().contains(asked)
        ? new Meaning.Listed(asked)
        : new Meaning.None(notLoaded(asked, command));
  }

  private MiError notLoaded(String asked, MiCommand command) {
    String module = command.module();
    return new MiError.NoSuchCommand(
        asked,
        List.of(),
        Optional.of(module),
        command.name() + " belongs to module " + module + ", which this node has not loaded",
        "Load "
            + module
            + " in the node's opensips.cfg, or choose another command; if the node was restarted"
            + " since, ask again.");
  }

  private Meaning ambiguous(String asked, List<String> candidates) {
    List<String> here = listed(candidates);
    if (here.size() == 1) {
      return found(asked, facts.mi().command(here.getFirst()).orElseThrow());
    }
    List<String> shown = here.isEmpty() ? candidates : here;
    return new Meaning.None(
        new MiError.NoSuchCommand(
            asked,
            shown,
            Optional.empty(),
            asked + " means several commands",
            "Use the full name of one: " + String.join(", ", shown) + "."));
  }

  private Meaning unknown(String asked, MiLookup.Unknown unknown) {
    if (node.commands().contains(asked)) {
      return new Meaning.Listed(asked);
    }
    List<String> nearest = listed(unknown.nearest());
    for (Version other : unknown.otherVersions().reversed()) {
      if (Facts.of(other).mi().lookup(asked) instanceof MiLookup.Found found) {
        return new Meaning.None(elsewhere(asked, nearest, other, found.command()));
      }
    }
    return new Meaning.None(
        new MiError.NoSuchCommand(
            asked,
            nearest,
            Optional.empty(),
            "OpenSIPS " + node.version().label() + " has no MI command " + asked,
            advice(nearest)));
  }

  private MiError elsewhere(String asked, List<String> nearest, Version other, MiCommand command) {
    return new MiError.NoSuchCommand(
        asked,
        nearest,
        Optional.of(command.module()),
        "OpenSIPS "
            + node.version().label()
            + " has no MI command "
            + asked
            + "; "
            + other.label()
            + " has it in module "
            + command.module(),
        advice(nearest));
  }

  private static String advice(List<String> nearest) {
    return nearest.isEmpty()
        ? "List the node's commands and choose one."
        : "Nearest on this node: " + String.join(", ", nearest) + ".";
  }

  private List<String> listed(List<String> names) {
    List<String> listed = new ArrayList<>(names.size());
    for (String name : names) {
      if (node.commands().contains(name)) {
        listed.add(name);
      }
    }
    return listed;
  }
}
