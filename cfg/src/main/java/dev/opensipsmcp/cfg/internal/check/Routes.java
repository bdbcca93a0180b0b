package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Word;
import dev.opensipsmcp.facts.RouteKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of a file by kind and name. */
final class Routes {
  private final Map<String, Map<String, Item.Route>> byKind = new HashMap<>();

  Routes(SyntaxTree tree) {
    for (Item item : tree.items()) {
      if (item instanceof Item.Route route) {
        byKind
            .computeIfAbsent(route.kind().text(), _ -> new HashMap<>())
            .putIfAbsent(name(route), route);
      }
    }
  }

  /** {@return the route's name; empty for the main one, which may also be called 0} */
  static String name(Item.Route route) {
    String name = route.name().map(Word::text).orElse("");
    boolean zero = !name.isEmpty() && name.chars().allMatch(it -> it == '0');
    return zero && route.kind().text().equals("route") ? "" : name;
  }

  /** {@return the first route of a kind and name} */
  Optional<Item.Route> find(String kind, String name) {
    return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name));
  }

  /** {@return the route of a name that can be jumped to; one of semicolons alone counts as none} */
  Optional<Item.Route> target(String name) {
    return find("route", name)
        .filter(it ->
            it.body().statements().stream()
                .anyMatch(statement -> !(statement instanceof Statement.Empty)));
  }

  /** {@return the names of the routes of a kind, without the one that has none} */
  Set<String> names(String kind) {
    Set<String> names = new HashSet<>(byKind.getOrDefault(kind, Map.of()).keySet());
    names.remove("");
    return names;
  }

  /** {@return which functions a route may call, by the word that it begins with} */
  static Optional<RouteKind> kind(String word) {
    return switch (word) {
      case "route" -> Optional.of(RouteKind.REQUEST);
      case "failure_route" -> Optional.of(RouteKind.FAILURE);
      case "onreply_route" -> Optional.of(RouteKind.ONREPLY);
      case "branch_route" -> Optional.of(RouteKind.BRANCH);
      case "error_route" -> Optional.of(RouteKind.ERROR);
      case "local_route" -> Optional.of(RouteKind.LOCAL);
      case "startup_route" -> Optional.of(RouteKind.STARTUP);
      case "timer_route" -> Optional.of(RouteKind.TIMER);
      case "event_route" -> Optional.of(RouteKind.EVENT);
      default -> Optional.empty();
    };
  }

  /** {@return the word that routes of a kind begin with} */
  static String word(RouteKind kind) {
    return switch (kind) {
      case REQUEST -> "route";
      case FAILURE -> "failure_route";
      case ONREPLY -> "onreply_route";
      case BRANCH -> "branch_route";
      case ERROR -> "error_route";
      case LOCAL -> "local_route";
      case STARTUP -> "startup_route";
      case TIMER -> "timer_route";
      case EVENT -> "event_route";
    };
  }
}
