package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Modules: are there such, and would they be found. */
final class ModuleRules {
  /** Part of the binary, but to be loaded like others; their path does not matter. */
  private static final Set<String> STATIC = Set.of("proto_udp", "proto_tcp");

  private final Scope scope;
  private final Set<String> seen = new HashSet<>();
  private final Memo<Optional<String>> hints = new Memo<>(Optional.empty());
  private boolean path;

  ModuleRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (Item item : scope.tree().items()) {
      switch (item) {
        case Item.ModulePath _ -> path = true;
        case Item.LoadModule module -> check(module);
        default -> {}
      }
    }
  }

  private void check(Item.LoadModule item) {
    String name = item.module();
    if (skipped(name)) {
      return;
    }
    boolean known = scope.module(name).isPresent();
    if (!known) {
      unknown(item, name);
    } else if (STATIC.contains(name)) {
      seen.add(name);
    } else if (!item.path().value().endsWith(".so")) {
      scope
          .report()
          .fatal(
              "module-file-name",
              Stage.READING,
              item.path().span(),
              "loadmodule names " + item.path().value() + " without .so.",
              "Write loadmodule \"" + item.path().value() + ".so\".");
    } else if (!seen.add(name)) {
      scope
          .report()
          .fatal(
              "module-loaded-twice",
              Stage.READING,
              item.span(),
              "Module " + name + " is loaded a second time.",
              "Remove this loadmodule.");
    } else if (!path && item.path().value().indexOf('/') < 0) {
      scope
          .report()
          .fatal(
              "no-module-path",
              Stage.READING,
              item.path().span(),
              "No mpath above says where " + item.path().value() + " is.",
              "Set mpath to the folder of the modules above the first loadmodule.");
    }
  }

  /**
   * Since 3.6 the core does what this module did, and passes over its loadmodule with a warning.
   */
  private boolean skipped(String name) {
    return name.equals("event_route") && scope.version().compareTo(Version.V3_6) >= 0;
  }

  private void unknown(Item.LoadModule item, String name) {
    List<Version> elsewhere = Names.versionsOfModule(name);
    scope
        .report()
        .fatal(
            "unknown-module",
            Stage.READING,
            item.path().span(),
            "%s has no module %s%s."
                .formatted(
                    scope.opensips(),
                    Words.brief(name),
                    Words.elsewhere(elsewhere, scope.version())),
            hints.get(name, () -> hint(name)));
  }

  private Optional<String> hint(String name) {
    return Renames.of("m", name, scope.version())
        .map(it -> "Load " + it + ".so, which took its place, and see what its functions are.")
        .or(() -> Words.meant(scope.names().modulesLike(name)))
        .or(() -> Optional.of("Remove the module and what uses it."));
  }
}
