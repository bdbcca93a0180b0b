package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.List;

/**
 * The way of calls through the routes.
 *
 * @param nodes routes, what sets them off, and what is beyond them
 * @param edges how one leads to the other, each pair at most once per kind
 */
public record FlowGraph(List<Node> nodes, List<Edge> edges) {
  public FlowGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * {@return the way through a configuration}
   *
   * @param tree the configuration
   */
  public static FlowGraph of(SyntaxTree tree) {
    return new FlowReader(tree).graph();
  }

  /** {@return the graph as a Mermaid flow chart} */
  public String mermaid() {
    return Mermaid.of(this);
  }

  /**
   * {@return the graph as a drawing}
   *
   * @param theme its colours
   */
  public String svg(Theme theme) {
    return Drawing.of(this, theme);
  }

  /**
   * A place of the way.
   *
   * @param id a name that is unique in the graph
   * @param kind what it is
   * @param title what it is called
   * @param lines what it does, a short line each
   */
  public record Node(String id, Kind kind, String title, List<String> lines) {
    public Node {
      lines = List.copyOf(lines);
    }
  }

  /** What a place of the way is. */
  public enum Kind {
    /** What sets a route off: a request, a timer, an event. */
    START,
    /** A route that is set off or called. */
    ROUTE,
    /** A route that is armed by another: for failures, branches or replies. */
    ARMED,
    /** Where messages go. */
    END,
    /** A route that is called and not there, or known at run time only. */
    MISSING
  }

  /**
   * A step.
   *
   * @param from the id of a node
   * @param to the id of a node
   * @param kind how
   * @param label when; empty for always
   */
  public record Edge(String from, String to, Link kind, String label) {}

  /** How one place leads to another. */
  public enum Link {
    /** At once. */
    CALL,
    /** When something asynchronous is done. */
    RESUME,
    /** When what it was armed for happens. */
    ARM
  }
}
