package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds routes by kind and name. */
public final class RouteTable {
  private final Map<String, Map<String, Item.Route>> byKind = new HashMap<>();
  private final List<Item.Route> all;

  /**
   * Makes the table.
   *
   * @param routes in the order of the text; of two with one name the first counts
   */
  public RouteTable(List<Item.Route> routes) {
    all = List.copyOf(routes);
    for (Item.Route route : routes) {
      byKind
          .computeIfAbsent(route.kind().text(), _ -> new HashMap<>())
          .putIfAbsent(name(route), route);
    }
  }

  /** {@return a route's name; empty for the one without} */
  public static String name(Item.Route route) {
    String name = route.name().map(Word::text).orElse("");
    boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    String bare = quoted ? name.substring(1, name.length() - 1) : name;
    return bare.equals("0") ? "" : bare;
  }

  /** {@return all routes in the order of the text} */
  public List<Item.Route> all() {
    return all;
  }

  /** {@return the route of a kind and name} */
  public Optional<Item.Route> find(String kind, String name) {
    return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name));
  }

  /** {@return the routes of a kind, in the order of the text} */
  public List<Item.Route> of(String kind) {
    List<Item.Route> found = new ArrayList<>();
    for (Item.Route route : all) {
      if (route.kind().text().equals(kind)) {
        found.add(route);
      }
    }
    return found;
  }
}
