package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.explain.FlowGraph.Edge;
import dev.opensipsmcp.cfg.explain.FlowGraph.Kind;
import dev.opensipsmcp.cfg.explain.FlowGraph.Link;
import dev.opensipsmcp.cfg.explain.FlowGraph.Node;
import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the way of calls out of a configuration. */
final class FlowReader {
  private static final String NEXT_HOP = "next hop";

  /** So many conditions are told at one arrow; with more it says nothing. */
  private static final int LABELS = 2;

  /** Characters of a line in a box. */
  private static final int LINE = 38;

  private record Step(String from, String to, Link kind) {}

  private final SyntaxTree tree;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<Step, Set<String>> steps = new LinkedHashMap<>();

  FlowReader(SyntaxTree tree) {
    this.tree = tree;
  }

  FlowGraph graph() {
    for (Item item : tree.items()) {
      if (item instanceof Item.Route route) {
        String id = id(route);
        nodes.putIfAbsent(id, new Node(id, kind(route), id, List.of()));
        start(route, id);
      }
    }
    for (Item item : tree.items()) {
      if (item instanceof Item.Route route) {
        new FlowSteps((call, when) -> call(id(route), call, when)).read(route.body());
        describe(route);
      } else if (item instanceof Item.ModuleParameter set) {
        byParameter(set);
      }
    }
    List<Edge> edges = new ArrayList<>();
    steps.forEach(
        (step, labels) -> edges.add(new Edge(step.from(), step.to(), step.kind(), label(labels))));
    return new FlowGraph(List.copyOf(nodes.values()), edges);
  }

  private static String label(Set<String> labels) {
    return labels.contains("") || labels.size() > LABELS ? "" : String.join(" / ", labels);
  }

  private static String id(Item.Route route) {
    return route.kind().text() + route.name().map(name -> "[" + name.text() + "]").orElse("");
  }

  private static Kind kind(Item.Route route) {
    return switch (route.kind().text()) {
      case "failure_route", "branch_route" -> Kind.ARMED;
      case "onreply_route" -> route.name().isPresent() ? Kind.ARMED : Kind.ROUTE;
      default -> Kind.ROUTE;
    };
  }

  private void start(Item.Route route, String id) {
    String what =
        switch (route.kind().text()) {
          case "route" -> route.name().isEmpty() ? "SIP request" : "";
          case "onreply_route" -> route.name().isEmpty() ? "SIP reply" : "";
          case "timer_route" ->
              "timer"
                  + route.interval().map(seconds -> ", every " + seconds.value() + " s").orElse("");
          case "event_route" -> "event";
          case "startup_route" -> "start of OpenSIPS";
          case "local_route" -> "own request";
          case "error_route" -> "message with an error";
          default -> "";
        };
    if (!what.isEmpty()) {
      nodes.putIfAbsent(what, new Node(what, Kind.START, what, List.of()));
      step(what, id, Link.CALL, "");
    }
  }

  private void byParameter(Item.ModuleParameter set) {
    if (set.name().value().endsWith("_route")
        && set.value() instanceof Literal.Text(String name, var _, var _)
        && nodes.containsKey("route[" + name + "]")) {
      String what = "module " + set.module().value();
      nodes.putIfAbsent(what, new Node(what, Kind.START, what, List.of()));
      step(what, "route[" + name + "]", Link.CALL, "");
    }
  }

  private void describe(Item.Route route) {
    RouteOutline outline = RouteReader.outline(route);
    List<String> lines = new ArrayList<>();
    for (String deed : outline.does()) {
      boolean drawn = deed.startsWith("arms ") || deed.equals("logs") || deed.equals("replies");
      if (!drawn && lines.size() < 3) {
        lines.add(deed);
      }
    }
    if (!outline.replies().isEmpty()) {
      List<String> codes = outline.replies();
      lines.add(
          "replies "
              + String.join(", ", codes.subList(0, Math.min(4, codes.size())))
              + (codes.size() > 4 ? ", …" : ""));
    }
    String id = id(route);
    nodes.put(id, new Node(id, kind(route), id, shortened(lines)));
  }

  private static List<String> shortened(List<String> lines) {
    return lines.stream().map(line -> Conditions.shortened(line, LINE)).toList();
  }

  private void call(String from, Call call, String when) {
    switch (call.function().text()) {
      case "route" -> target(from, "route", call, 0, Link.CALL, when);
      case "async", "launch" -> target(from, "route", call, 1, Link.RESUME, "when done");
      case "t_on_failure" -> target(from, "failure_route", call, 0, Link.ARM, "on failure");
      case "t_on_branch" -> target(from, "branch_route", call, 0, Link.ARM, "per branch");
      case "t_on_reply" -> target(from, "onreply_route", call, 0, Link.ARM, "on replies");
      case "t_relay", "forward" -> {
        nodes.putIfAbsent(NEXT_HOP, new Node(NEXT_HOP, Kind.END, NEXT_HOP, List.of()));
        step(from, NEXT_HOP, Link.CALL, "");
      }
      default -> {}
    }
  }

  private void target(String from, String kind, Call call, int index, Link link, String when) {
    Optional<Expression> value =
        index < call.arguments().size() ? call.arguments().get(index).value() : Optional.empty();
    if (value.isEmpty() || value.get() instanceof Literal.Null) {
      return;
    }
    String name =
        value.get() instanceof Literal.Text(String text, var _, var _)
            ? text
            : Meaning.of(value.get());
    String id = kind + "[" + name + "]";
    String note = name.contains("$") ? "known at run time" : "not there";
    nodes.putIfAbsent(id, new Node(id, Kind.MISSING, id, List.of(note)));
    step(from, id, link, when);
  }

  private void step(String from, String to, Link kind, String when) {
    steps.computeIfAbsent(new Step(from, to, kind), _ -> new LinkedHashSet<>()).add(when);
  }
}
