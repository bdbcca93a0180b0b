package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** How many routes there may be: OpenSIPS has a fixed number of slots for each kind. */
final class RouteLimitRules {
  private record Use(String name, Span span, boolean defined) {}

  private final Scope scope;
  private final Map<String, NavigableMap<Integer, Use>> uses = new HashMap<>();

  RouteLimitRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Route route) {
        // the grammar looks for a slot once it has read the whole route
        use(
            route.kind().text(),
            Routes.name(route),
            route.span().end(),
            new Use(Routes.name(route), route.kind().span(), true));
      }
    }
    for (Walk.Called called : scope.walk().calls()) {
      String word = called.call().function().text();
      int position = word.equals("route") ? 1 : Calls.asynchronous(called.call()) ? 2 : 0;
      Calls.routeName(called.call(), position)
          .ifPresent(name ->
              use(
                  "route",
                  name,
                  called.call().span().end(),
                  new Use(name, called.call().span(), false)));
    }
    for (List<String> row : Table.rows("route-limits", scope.version(), 2)) {
      check(row.get(0), Integer.parseInt(row.get(1)));
    }
  }

  private void use(String kind, String name, int offset, Use use) {
    if (!name.isEmpty()) {
      uses.computeIfAbsent(kind, _ -> new TreeMap<>()).put(offset, use);
    }
  }

  private void check(String kind, int most) {
    NavigableMap<Integer, Use> all = uses.getOrDefault(kind, new TreeMap<>());
    if (all.size() < most) {
      return;
    }
    boolean repeatable = kind.equals("timer_route");
    Set<String> names = new HashSet<>();
    int count = 0;
    for (Use use : all.values()) {
      if ((names.add(use.name()) || repeatable) && ++count > most) {
        tooMany(kind, most, use);
        return;
      }
    }
    if (kind.equals("event_route") && count == most) {
      allUsed(most, all.lastEntry().getValue());
    }
  }

  private void tooMany(String kind, int most, Use use) {
    scope
        .report()
        .fatal(
            "too-many-routes",
            Stage.READING,
            use.span(),
            use.defined()
                ? "There can be %d routes of kind %s besides one without a name, and this is one more."
                    .formatted(most, kind)
                : "There can be %d names of routes, those that are only jumped to included, and %s is one more."
                    .formatted(most, Words.brief(use.name())),
            "Put routes together, and tell them apart by a parameter: route(name, value).");
  }

  private void allUsed(int most, Use last) {
    scope
        .report()
        .lesser(
            "all-event-routes-used",
            Severity.UNKNOWN,
            last.span(),
            "There are %d event routes, as many as fit.".formatted(most),
            "OpenSIPS then reads behind the last one when it starts, and servers that were tried"
                + " died of it.",
            "Use one event route less.");
  }
}
