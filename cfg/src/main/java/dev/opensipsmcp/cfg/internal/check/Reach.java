package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.RouteKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which routes {@code opensips -C} comes by when it follows the jumps from the routes that OpenSIPS
 * itself enters. Routes are known by where they begin, or by being the same object, as whole ones
 * are costly keys.
 */
final class Reach {
  /**
   * A route that is come by.
   *
   * @param route the route
   * @param top the one that OpenSIPS enters
   */
  record Entered(Item.Route route, Item.Route top) {}

  private final IdentityHashMap<Item.Route, List<Call>> calls = new IdentityHashMap<>();
  private final Map<RouteKind, Map<Integer, Entered>> byKind = new EnumMap<>(RouteKind.class);
  private final Set<Item.Route> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Routes routes;

  Reach(SyntaxTree tree, Routes routes, Walk walk) {
    this.routes = routes;
    for (Walk.Called called : walk.calls()) {
      if (called.seenByCheck()) {
        calls.computeIfAbsent(called.route(), _ -> new ArrayList<>()).add(called.call());
      }
    }
    for (RouteKind kind : RouteKind.values()) {
      byKind.put(kind, from(kind, tree));
      byKind.get(kind).values().forEach(it -> reached.add(it.route()));
    }
  }

  /** {@return the routes that functions of a kind run in, the entered ones and those jumped to} */
  Iterable<Entered> entered(RouteKind kind) {
    return byKind.getOrDefault(kind, Map.of()).values();
  }

  /** {@return the calls of a route that {@code -C} looks at} */
  List<Call> calls(Item.Route route) {
    return calls.getOrDefault(route, List.of());
  }

  /** {@return when OpenSIPS looks at the arguments of a call} */
  Stage arguments(Walk.Called called) {
    return called.seenByCheck() && reached.contains(called.route()) ? Stage.READ : Stage.START;
  }

  static int start(Item.Route route) {
    return route.span().start();
  }

  private Map<Integer, Entered> from(RouteKind kind, SyntaxTree tree) {
    Map<Integer, Entered> entered = new LinkedHashMap<>();
    Deque<Entered> open = new ArrayDeque<>();
    for (Item item : tree.items()) {
      if (item instanceof Item.Route top && isTop(top, kind)) {
        Entered first = new Entered(top, top);
        entered.put(start(top), first);
        open.add(first);
      }
    }
    while (!open.isEmpty()) {
      Entered from = open.remove();
      for (Call call : calls(from.route())) {
        jump(call)
            .map(it -> new Entered(it, from.top()))
            .filter(it -> entered.putIfAbsent(start(it.route()), it) == null)
            .ifPresent(open::add);
      }
    }
    return entered;
  }

  private static boolean isTop(Item.Route route, RouteKind kind) {
    return route.kind().text().equals(Routes.word(kind))
        && (kind != RouteKind.REQUEST || Routes.name(route).isEmpty());
  }

  private Optional<Item.Route> jump(Call call) {
    return call.function().text().equals("route")
        ? Calls.routeName(call, 1).flatMap(it -> routes.find("route", it))
        : Optional.empty();
  }
}
