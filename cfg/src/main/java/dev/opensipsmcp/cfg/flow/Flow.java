package dev.opensipsmcp.cfg.flow;

import dev.opensipsmcp.cfg.internal.flow.Engine;
import dev.opensipsmcp.cfg.internal.flow.RouteTable;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.internal.flow.Trail;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways that messages take through the routes of a configuration: which calls and statements are
 * reached, in which ways, and what was asked and done before on each of them. Ways part at
 * conditions that are understood: tests of the method, of the To tag, of domains, credentials and
 * addresses, of flags and variables that the script sets to constants, of return codes. At any
 * other condition all ways go both ways.
 *
 * <p>Immutable. The work is linear in the length of the text; where routes call each other so often
 * that this would not hold, the rest is left out and {@link #complete()} says so.
 */
public final class Flow {
  private final RouteTable table;
  private final Trail trail;
  private final List<Site> sites;
  private final Map<String, List<Site>> byName;

  private Flow(RouteTable table, Trail trail) {
    this.table = table;
    this.trail = trail;
    this.sites = trail.sites();
    this.byName = sites.stream().collect(Collectors.groupingBy(Site::name));
  }

  /**
   * Follows the ways.
   *
   * @param tree the configuration, its includes put in place
   * @param version whose functions it uses
   * @return the ways
   */
  public static Flow of(SyntaxTree tree, Version version) {
    RouteTable table = new RouteTable(Statements.routes(tree));
    return new Flow(table, Engine.follow(table, version, named(tree)));
  }

  private static Set<String> named(SyntaxTree tree) {
    Set<String> names = new HashSet<>();
    for (Item item : tree.items()) {
      if (item instanceof Item.ModuleParameter(_, _, Literal.Text(String value, _, _), _)) {
        names.add(value);
        names.addAll(List.of(value.split("[=/;,: ]", -1)));
      }
    }
    return names;
  }

  /** {@return every call that is reached, in the order of the text} */
  public List<Site> sites() {
    return sites;
  }

  /** {@return the calls of these functions that are reached, in the order of the text} */
  public Stream<Site> calling(Set<String> names) {
    return names.size() == 1
        ? byName.getOrDefault(names.iterator().next(), List.of()).stream()
        : names.stream()
            .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
            .sorted(Comparator.comparingInt(site -> site.call().span().start()));
  }

  /** {@return the ways that reach a statement; none for one that never runs} */
  public Worlds before(Statement statement) {
    return trail.before(statement);
  }

  /** {@return whether a route is ever run} */
  public boolean runs(Item.Route route) {
    return trail.isEntered(route);
  }

  /** {@return the routes, in the order of the text} */
  public List<Item.Route> routes() {
    return table.all();
  }

  /** {@return the routes that nothing calls or arms, in the order of the text} */
  public List<Item.Route> unused() {
    return table.all().stream().filter(route -> !runs(route)).toList();
  }

  /** {@return the statements of routes that run which no way reaches; of several the first} */
  public List<Statement> dead() {
    List<Statement> found = new ArrayList<>();
    Deque<List<Statement>> left = new ArrayDeque<>();
    table.all().stream().filter(this::runs).forEach(r -> left.push(r.body().statements()));
    while (!left.isEmpty()) {
      for (Statement statement : left.pop()) {
        if (statement instanceof Statement.Empty) {
          continue;
        }
        if (before(statement).none()) {
          found.add(statement);
          break;
        }
        Statements.lists(statement).forEach(left::push);
      }
    }
    found.sort(Comparator.comparingInt(statement -> statement.span().start()));
    return List.copyOf(found);
  }

  /** {@return whether every way was followed to its end} */
  public boolean complete() {
    return trail.complete();
  }
}
