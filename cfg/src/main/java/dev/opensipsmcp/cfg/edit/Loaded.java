package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Dependency;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The modules that a configuration has at hand, and how they depend on each other. */
final class Loaded {
  private final Facts facts;
  private final SequencedMap<String, Item.LoadModule> modules = new LinkedHashMap<>();

  Loaded(SyntaxTree tree, Facts facts) {
    this.facts = facts;
    for (Item item : tree.items()) {
      if (item instanceof Item.LoadModule load) {
        modules.putIfAbsent(load.module(), load);
      }
    }
  }

  /**
   * {@return whether a module's functions and parameters can be used} What is part of the binary is
   * loaded, too: without {@code loadmodule "proto_udp.so"} OpenSIPS 3.6 has no UDP.
   */
  boolean has(String module) {
    return modules.containsKey(module);
  }

  Optional<Item.LoadModule> load(String module) {
    return Optional.ofNullable(modules.get(module));
  }

  /** {@return the last module that is loaded} */
  Optional<Item.LoadModule> last() {
    return modules.isEmpty() ? Optional.empty() : Optional.of(modules.lastEntry().getValue());
  }

  /**
   * {@return the facts of all modules at hand; those that the version does not have are left out}
   */
  List<ModuleFacts> facts() {
    List<ModuleFacts> found = new ArrayList<>();
    for (ModuleFacts module : facts.modules()) {
      if (has(module.name())) {
        found.add(module);
      }
    }
    return found;
  }

  /** {@return whether something that satisfies a dependency is at hand} */
  boolean satisfies(Dependency dependency) {
    return dependency.kind() == Dependency.Kind.MODULE
        ? has(dependency.module())
        : modules.keySet().stream().anyMatch(module -> matches(dependency, module));
  }

  /**
   * {@return whether a module is what a dependency asks for} Drivers are told by their names, which
   * OpenSIPS itself goes by.
   */
  static boolean matches(Dependency dependency, String module) {
    return switch (dependency.kind()) {
      case MODULE -> dependency.module().equals(module);
      case SQLDB -> named(dependency, module, "db_");
      case CACHEDB -> named(dependency, module, "cachedb_");
      case AAA -> named(dependency, module, "aaa_");
    };
  }

  private static boolean named(Dependency dependency, String module, String start) {
    return dependency.module().isEmpty()
        ? module.startsWith(start)
        : dependency.module().equals(module);
  }

  /** {@return the loaded modules that would not start without this one} */
  List<String> dependents(String module) {
    List<String> found = new ArrayList<>();
    for (ModuleFacts other : facts()) {
      for (Dependency dependency : other.dependencies()) {
        boolean needed =
            dependency.policy() == Dependency.Policy.ABORT
                && !dependency.conditional()
                && matches(dependency, module)
                && !satisfiedWithout(dependency, module);
        if (needed && !other.name().equals(module) && !found.contains(other.name())) {
          found.add(other.name());
        }
      }
    }
    return found;
  }

  private boolean satisfiedWithout(Dependency dependency, String module) {
    return modules.keySet().stream()
        .anyMatch(other -> !other.equals(module) && matches(dependency, other));
  }

  /** {@return the first loaded module that wants this one loaded before it} */
  Optional<Item.LoadModule> firstAfter(String module) {
    for (Map.Entry<String, Item.LoadModule> entry : modules.entrySet()) {
      boolean wants =
          facts.module(entry.getKey()).stream()
              .flatMap(other -> other.dependencies().stream())
              .anyMatch(dependency ->
                  dependency.kind() == Dependency.Kind.MODULE
                      && dependency.module().equals(module));
      if (wants) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }
}
