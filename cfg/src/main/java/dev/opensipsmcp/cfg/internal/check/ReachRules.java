package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Home;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.RouteKind;
import dev.opensipsmcp.facts.ScriptFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Functions in a {@code route[…]} that a route of another kind jumps to. Reading the file only looks
 * at the kind of the block that a call stands in; {@code -C} follows the jumps as well.
 */
final class ReachRules {
  private final Scope scope;

  /** By where the route begins, as whole routes are costly keys. */
  private final Map<Integer, List<Call>> calls = new HashMap<>();

  private final Set<Integer> reported = new HashSet<>();

  ReachRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (Walk.Called called : scope.walk().calls()) {
      if (called.seenByCheck()) {
        calls.computeIfAbsent(start(called.route()), _ -> new ArrayList<>()).add(called.call());
      }
    }
    for (RouteKind kind : RouteKind.values()) {
      if (kind != RouteKind.REQUEST) {
        check(kind);
      }
    }
  }

  private void check(RouteKind kind) {
    Deque<Item.Route> open = new ArrayDeque<>();
    Map<Integer, Item.Route> entered = new HashMap<>();
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Route top && top.kind().text().equals(Routes.word(kind))) {
        entered.put(start(top), top);
        open.add(top);
      }
    }
    while (!open.isEmpty()) {
      Item.Route route = open.poll();
      Item.Route top = entered.getOrDefault(start(route), route);
      for (Call call : calls.getOrDefault(start(route), List.of())) {
        jump(call).filter(it -> entered.putIfAbsent(start(it), top) == null).ifPresent(open::add);
        if (start(route) != start(top)) {
          check(call, route, top, kind);
        }
      }
    }
  }

  private static int start(Item.Route route) {
    return route.span().start();
  }

  private Optional<Item.Route> jump(Call call) {
    return call.function().text().equals("route")
        ? Calls.routeName(call, 1).flatMap(it -> scope.routes().find("route", it))
        : Optional.empty();
  }

  private void check(Call call, Item.Route route, Item.Route top, RouteKind kind) {
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
                .formatted(name, described(top), Words.brief(Routes.name(route))),
            "Jump to another route from there.");
  }

  private static String described(Item.Route route) {
    String name = Routes.name(route);
    return route.kind().text() + (name.isEmpty() ? "" : "[" + Words.brief(name) + "]");
  }
}
