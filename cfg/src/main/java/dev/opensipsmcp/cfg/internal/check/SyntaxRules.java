package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.facts.Nearest;
import dev.opensipsmcp.facts.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Syntax that only some versions have; the parser takes that of all. */
final class SyntaxRules {
  private final Scope scope;
  private final Set<String> options;

  SyntaxRules(Scope scope) {
    this.scope = scope;
    options =
        Table.rows("socket-options", scope.version(), 1).stream()
            .map(List::getFirst)
            .collect(Collectors.toCollection(HashSet::new));
  }

  void check() {
    for (Item item : scope.tree().items()) {
      switch (item) {
        // an option that is not known yet is one more name in a list of aliases
        case Item.Listener listener when !listener.name().text().equals("alias") ->
            listener.sockets().forEach(this::check);
        case Item.ModulePath path -> check(path);
        case Item.Route route -> check(route);
        default -> {}
      }
    }
    scope.walk().conditions().forEach(this::check);
    if (before(Version.V3_6)) {
      scope.walk().calls("return").forEach(it -> checkReturn(it.call()));
    }
  }

  private boolean before(Version version) {
    return scope.version().compareTo(version) < 0;
  }

  private void check(SocketDefinition socket) {
    if (socket.port().isPresent()
        && socket.lastPort().isPresent()
        && socket.port().get().value() > socket.lastPort().get().value()) {
      scope
          .report()
          .fatal(
              "port-range",
              Stage.READING,
              socket.lastPort().get().span(),
              "This range of ports ends before it begins.",
              "Write the lower port first.");
    }
    for (SocketDefinition.Option option : socket.options()) {
      String name = option.name().text();
      String known = name.contains("proxy") ? "proxy" : name;
      if (!options.contains(known)) {
        scope
            .report()
            .fatal(
                "socket-option",
                Stage.READING,
                option.span(),
                "Listeners have no option " + name + " in " + scope.opensips() + ".",
                Words.meant(Nearest.close().to(name, options))
                    .or(() -> Optional.of("Remove the option.")));
      }
    }
  }

  /** The parser reads what 2.4 took as well: conditions without parentheses around the whole. */
  private void check(Walk.Asked asked) {
    int start = asked.condition().span().start();
    if (start > asked.start() && scope.tree().text().indexOf('(', asked.start(), start) < 0) {
      scope
          .report()
          .fatal(
              "condition-without-parentheses",
              Stage.READING,
              asked.condition().span(),
              "No parentheses stand around this condition as a whole.",
              "Put all of it into parentheses.");
    }
  }

  private void check(Item.ModulePath path) {
    boolean first = path.span().in(scope.tree().text()).startsWith("mpath");
    if (!first && before(Version.V4_0)) {
      scope
          .report()
          .fatal(
              "module-path-list",
              Stage.READING,
              path.span(),
              "mpath takes one folder in " + scope.opensips() + ".",
              before(Version.V3_5)
                  ? "Keep all modules in one folder."
                  : "Write an mpath line for each folder.");
    }
  }

  private void check(Item.Route route) {
    if (!route.attributes().isEmpty()) {
      scope
          .report()
          .fatal(
              "route-attribute",
              Stage.READING,
              route.attributes().getFirst().span(),
              route.kind().text() + " takes nothing behind its name.",
              "Remove " + route.attributes().getFirst().text() + ".");
    }
  }

  private void checkReturn(Call call) {
    if (call.arguments().size() > 1) {
      scope
          .report()
          .fatal(
              "return-values",
              Stage.READING,
              call.span(),
              "return gives back a number only in " + scope.opensips() + ".",
              "Put further values into variables.");
    }
  }
}
