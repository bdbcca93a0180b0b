package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.explain.FlowGraph.Edge;
import dev.opensipsmcp.cfg.explain.FlowGraph.Node;
import java.util.HashMap;
import java.util.Map;

/** Writes a graph as a Mermaid flow chart. */
final class Mermaid {
  private Mermaid() {}

  static String of(FlowGraph graph) {
    StringBuilder out = new StringBuilder("flowchart TD\n");
    Map<String, String> names = new HashMap<>();
    for (Node node : graph.nodes()) {
      String name = "n" + names.size();
      names.put(node.id(), name);
      out.append("  ").append(name).append(shape(node)).append('\n');
    }
    for (Edge edge : graph.edges()) {
      out.append("  ").append(names.get(edge.from())).append(' ').append(arrow(edge));
      if (!edge.label().isEmpty()) {
        out.append("|\"").append(escaped(edge.label())).append("\"|");
      }
      out.append(' ').append(names.get(edge.to())).append('\n');
    }
    return out.toString();
  }

  private static String arrow(Edge edge) {
    return switch (edge.kind()) {
      case CALL -> "-->";
      case RESUME -> "-.->";
      case ARM -> "-.->";
    };
  }

  private static String shape(Node node) {
    StringBuilder label = new StringBuilder(escaped(node.title()));
    node.lines().forEach(line -> label.append("<br/>").append(escaped(line)));
    return switch (node.kind()) {
      case START -> "([\"" + label + "\"])";
      case ROUTE -> "[\"" + label + "\"]";
      case ARMED -> "[/\"" + label + "\"/]";
      case END -> "((\"" + label + "\"))";
      case MISSING -> "{{\"" + label + "\"}}";
    };
  }

  /** What means something to Mermaid or to HTML is written as its number. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          boolean plain = Character.isLetterOrDigit(c) || " _-.,:/()[]+*=…".indexOf(c) >= 0;
          if (plain) {
            out.appendCodePoint(c);
          } else if (!Character.isISOControl(c)) {
            out.append('#').append(c).append(';');
          }
        });
    return out.toString();
  }
}
