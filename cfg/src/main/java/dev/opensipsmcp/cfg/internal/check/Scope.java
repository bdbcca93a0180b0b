package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;

/**
 * What all rules look at.
 *
 * @param names the version's names
 * @param tree the file
 * @param loaded the modules that it loads
 * @param parameters what it sets for them
 * @param routes its routes
 * @param walk what its routes use
 * @param reach which routes {@code -C} comes by
 * @param report where findings go
 */
record Scope(
    Names names,
    SyntaxTree tree,
    Loaded loaded,
    Parameters parameters,
    Routes routes,
    Walk walk,
    Reach reach,
    Report report) {

  static Scope of(Names names, SyntaxTree tree) {
    Loaded loaded = new Loaded();
    for (Item item : tree.items()) {
      if (item instanceof Item.LoadModule module) {
        loaded.add(module);
      }
    }
    Routes routes = new Routes(tree);
    Walk walk = new Walk(tree);
    Reach reach = new Reach(tree, routes, walk);
    return new Scope(
        names, tree, loaded, new Parameters(tree, loaded), routes, walk, reach, new Report());
  }

  /** {@return the same, with another place for findings} */
  Scope reportingTo(Report other) {
    return new Scope(names, tree, loaded, parameters, routes, walk, reach, other);
  }

  Facts facts() {
    return names.facts();
  }

  Version version() {
    return names.facts().version();
  }

  /** {@return the version as it is called in sentences: "OpenSIPS 3.6"} */
  String opensips() {
    return "OpenSIPS " + version().label();
  }

  Optional<ModuleFacts> module(String name) {
    return facts().module(name);
  }

  /** {@return "Load module x." or the like for the modules that have what is wanted} */
  static String load(List<String> modules) {
    return "Load module " + Words.or(modules) + ", which has it.";
  }
}
