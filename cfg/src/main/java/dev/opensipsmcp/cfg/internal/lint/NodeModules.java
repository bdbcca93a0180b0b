package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.lint.Surroundings.Live;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.Statistic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the modules of the text against those that the node shows. A node does not list its
 * modules: one shows by its MI commands, or by its statistics where it has no commands. Of a module
 * that has neither, and of one whose commands other modules have too, nothing can be said.
 */
final class NodeModules {
  private final Subject subject;
  private final Live live;
  private final Facts facts;
  private final Map<String, Set<String>> modulesOf = new HashMap<>();

  NodeModules(Subject subject) {
    this.subject = subject;
    this.live = subject.surroundings().live().orElseThrow();
    this.facts = Facts.of(live.version());
    for (MiCommand command : facts.mi().commands()) {
      modulesOf.computeIfAbsent(command.name(), _ -> new HashSet<>()).add(command.module());
    }
  }

  static Optional<String> obstacle(Subject subject) {
    return subject.incomplete();
  }

  void notLoaded(Out out) {
    for (Item.LoadModule load : subject.loads()) {
      Optional<ModuleFacts> module = facts.module(load.module());
      if (module.isPresent() && absent(module.get())) {
        out.at(load, "The node shows nothing of module " + load.module() + ".");
      }
    }
  }

  void notNamed(Out out) {
    for (ModuleFacts module : facts.modules()) {
      if (!module.builtIn() && !subject.loads(module.name())) {
        own(module).stream()
            .filter(live.commands()::contains)
            .sorted()
            .findFirst()
            .ifPresent(command ->
                out.at(
                    subject.main(),
                    "The node has module "
                        + module.name()
                        + ", as command "
                        + command
                        + " shows."));
      }
    }
  }

  private boolean absent(ModuleFacts module) {
    List<String> commands = module.miCommands();
    if (!commands.isEmpty()) {
      return commands.stream().noneMatch(live.commands()::contains);
    }
    List<String> statistics =
        module.statistics().stream()
            .filter(Statistic::declared)
            .map(Statistic::fullName)
            .filter(name -> name.indexOf('*') < 0)
            .toList();
    return !statistics.isEmpty()
        && live.statistics()
            .filter(seen -> statistics.stream().noneMatch(seen::contains))
            .isPresent();
  }

  /** {@return the commands that no other module has} */
  private Set<String> own(ModuleFacts module) {
    Set<String> own = new HashSet<>();
    for (String command : module.miCommands()) {
      if (modulesOf.getOrDefault(command, Set.of()).equals(Set.of(module.name()))) {
        own.add(command);
      }
    }
    return own;
  }
}
