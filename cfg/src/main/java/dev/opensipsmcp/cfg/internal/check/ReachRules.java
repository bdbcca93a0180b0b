package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Home;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.RouteKind;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions in a {@code route[…]} that a route of another kind jumps to. Reading the file only
 * looks at the kind of the block that a call stands in; {@code -C} follows the jumps as well.
 */
final class ReachRules {
  private final Scope scope;
  private final Set<Integer> reported = new HashSet<>();

  ReachRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (RouteKind kind : RouteKind.values()) {
      for (Reach.Entered entered : scope.reach().entered(kind)) {
        for (Call call : scope.reach().calls(entered.route())) {
          checkName(call);
          if (Reach.start(entered.route()) != Reach.start(entered.top())) {
            check(call, entered, kind);
          }
        }
      }
    }
  }

  private void check(Call call, Reach.Entered entered, RouteKind kind) {
    String name = call.function().text();
    List<ScriptFunction> there =
        scope.names().functions(name).stream()
            .filter(it -> it.core() || scope.loaded().has(it.module()))
            .map(Home::what)
            .filter(it -> it.routes().contains(RouteKind.REQUEST))
            .toList();
    if (Calls.language(call)
        || there.isEmpty()
        || there.stream().anyMatch(it -> it.routes().contains(kind))
        || !reported.add(call.span().start())) {
      return;
    }
    scope
        .report()
        .fatal(
            "wrong-route-kind-by-jump",
            Stage.CHECK,
            call.function().span(),
            "Function %s can't be called in %s, which jumps to route[%s]."
                .formatted(
                    name, described(entered.top()), Words.brief(Routes.name(entered.route()))),
            "Jump to another route from there.");
  }

  private static String described(Item.Route route) {
    String name = Routes.name(route);
    return route.kind().text() + (name.isEmpty() ? "" : "[" + Words.brief(name) + "]");
  }

  /** {@code -C} takes what names the route for a number, and dies. */
  private void checkName(Call call) {
    if (call.function().text().equals("route")
        && !call.arguments().isEmpty()
        && Calls.routeName(call, 1).isEmpty()
        && reported.add(call.span().start())) {
      scope
          .report()
          .crash(
              "check-crashes",
              call.span(),
              "The route to jump to is named by a variable.",
              "opensips -C dies on it with a segmentation fault; a start takes it.",
              "Use a switch with a constant name in each case if you rely on -C.");
    }
  }
}
