package dev.opensipsmcp.server.toolset.observability;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Statistic;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a node counts.
 *
 * @param facts of the node's version
 * @param groups the groups of statistics that it has
 */
record Loaded(Facts facts, Set<String> groups) {
  Loaded {
    groups = Set.copyOf(groups);
  }

  /** {@return what a configuration makes a node count: the core's groups, and its modules'} */
  static Loaded by(SyntaxTree tree, Facts facts) {
    Set<String> modules = new TreeSet<>();
    facts.modules().stream().map(ModuleFacts::name).forEach(modules::add);
    Set<String> groups = new TreeSet<>();
    for (Statistic statistic : facts.statistics()) {
      if (!modules.contains(statistic.group())) {
        groups.add(statistic.group());
      }
    }
    for (Item item : tree.items()) {
      if (item instanceof Item.LoadModule load) {
        groups.add(load.module());
      }
    }
    return new Loaded(facts, groups);
  }

  /** {@return whether the node has it} */
  boolean has(Figure figure) {
    return groups.contains(figure.group()) && figure.in(facts);
  }

  /** {@return what the sources of its modules declare under a fixed name} */
  List<Statistic> declared() {
    return facts.statistics().stream()
        .filter(Statistic::declared)
        .filter(statistic -> groups.contains(statistic.group()) && !statistic.name().contains("*"))
        .toList();
  }

  /** {@return the groups that the facts know, by name} */
  List<String> known() {
    return facts.statistics().stream()
        .map(Statistic::group)
        .filter(groups::contains)
        .distinct()
        .sorted()
        .toList();
  }
}
