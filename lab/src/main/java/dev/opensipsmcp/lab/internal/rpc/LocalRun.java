package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonArray;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiCommand;
import java.util.List;

/** Runs a command that another command names, with its parameters by position, all as text. */
public final class LocalRun {
  private final MiCatalogue facts;
  private final Names names;

  /**
   * A runner.
   *
   * @param facts the version's commands and their recipes
   * @param names the commands that the node answers
   */
  public LocalRun(MiCatalogue facts, Names names) {
    this.facts = facts;
    this.names = names;
  }

  /**
   * {@return what the command answers; refused when the node does not know it, or when it takes
   * named parameters only}
   *
   * @param name any name that the version accepts
   * @param parameters in order
   */
  public Outcome run(String name, List<String> parameters) {
    return switch (names.find(name)) {
      case Names.Found.None _ -> Outcome.refuse(400, "Command to be run not found");
      case Names.Found.Several _ -> Outcome.refuse(400, "Command to be run not found");
      case Names.Found.One one -> run(one.command(), parameters);
    };
  }

  private Outcome run(Command command, List<String> parameters) {
    MiCommand recipes = facts.command(names.canonical(command)).orElseThrow();
    if (recipes.namedOnly()) {
      return Outcome.refuse(400, "Commands requiring named params not supported");
    }
    JsonArray array = new JsonArray();
    parameters.forEach(array::add);
    return switch (Recipes.match(command, recipes, new Params.Positional(array))) {
      case Recipes.Match.Fits fits -> command.run().apply(fits.arguments());
      case Recipes.Match.Refused refused -> refused.refusal();
    };
  }
}
