package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.facts.CoreFacts;
import dev.opensipsmcp.facts.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Routes: known kinds, no name twice, something in them; breaks and loops. */
final class RouteRules {
  /** Kinds that may repeat a name. */
  private static final Set<String> REPEATABLE = Set.of("timer_route");

  /** What a loop over values may put each value into. */
  private static final Set<String> LOOP_VARIABLES = Set.of("var", "avp", "json");

  private final Scope scope;
  private final Set<List<String>> seen = new HashSet<>();

  RouteRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Route route) {
        check(route);
      }
    }
    scope.walk().strayBreaks().forEach(this::check);
    scope.walk().loops().forEach(this::check);
  }

  private void check(Item.Route route) {
    String kind = route.kind().text();
    CoreFacts core = scope.facts().core();
    if (!core.routeBlocks().contains(kind)) {
      scope
          .report()
          .fatal(
              "unknown-route-kind",
              Stage.READING,
              route.kind().span(),
              scope.opensips() + " has no " + Words.brief(kind) + ".",
              Words.meant(Nearest.close().to(kind, core.routeBlocks())));
      return;
    }
    if (route.body().statements().isEmpty()) {
      scope
          .report()
          .fatal(
              "empty-route",
              Stage.READING,
              route.span(),
              described(route) + " holds no statement.",
              "Remove the route, or put exit; into it.");
    }
    String name = Routes.name(route);
    if (!REPEATABLE.contains(kind) && !seen.add(List.of(kind, name))) {
      scope
          .report()
          .fatal(
              "duplicate-route",
              Stage.READING,
              route.span(),
              described(route) + " is defined a second time.",
              "Give it another name, or put the two together.");
    }
  }

  private static String described(Item.Route route) {
    String name = Routes.name(route);
    return name.isEmpty()
        ? "The " + route.kind().text() + " without a name"
        : route.kind().text() + "[" + Words.brief(name) + "]";
  }

  private void check(Statement.Break statement) {
    scope
        .report()
        .fatal(
            "break-outside-loop",
            Stage.READING,
            statement.span(),
            "break stands neither in a loop nor in a switch.",
            "Use return or exit, or remove it.");
  }

  private void check(Statement.ForEach loop) {
    String name = loop.item().name().text();
    if (!LOOP_VARIABLES.contains(name)) {
      scope
          .report()
          .fatal(
              "loop-variable",
              Stage.READING,
              loop.item().span(),
              "for can't put values into $" + Words.brief(name) + ".",
              "Use $var(name) or $avp(name).");
    }
  }
}
