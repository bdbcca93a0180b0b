package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.explain.FlowGraph.Edge;
import dev.opensipsmcp.cfg.explain.FlowGraph.Kind;
import dev.opensipsmcp.cfg.explain.FlowGraph.Node;
import java.util.List;
import java.util.Locale;

/** Draws a graph as SVG, without anything from outside. */
final class Drawing {
  /** More boxes than anybody can read in one drawing; the layout grows with their square. */
  private static final int MOST = 250;

  private static final int MOST_ARROWS = 1000;

  private static final double MARGIN = 24;
  private static final double LINE = 16;
  private static final double BETWEEN = 62;

  private final FlowGraph graph;
  private final StringBuilder out = new StringBuilder();
  private final double[] widths;
  private final double[] heights;

  private Drawing(FlowGraph graph) {
    this.graph = graph;
    widths = new double[graph.nodes().size()];
    heights = new double[widths.length];
    for (int i = 0; i < widths.length; i++) {
      Node node = graph.nodes().get(i);
      double widest = 7.6 * node.title().length();
      for (String line : node.lines()) {
        widest = Math.max(widest, 6.3 * line.length());
      }
      widths[i] = Math.max(90, widest + 28);
      heights[i] = 30 + LINE * node.lines().size() + (node.lines().isEmpty() ? 4 : 6);
    }
  }

  static String of(FlowGraph graph, Theme theme) {
    return graph.nodes().size() > MOST || graph.edges().size() > MOST_ARROWS
        ? tooMany(graph.nodes().size(), theme)
        : new Drawing(graph).draw(theme);
  }

  private static String tooMany(int count, Theme theme) {
    return head(620, 60, theme)
        + "<text class=\"t\" x=\"24\" y=\"35\">"
        + count
        + " places with their arrows are too many for one drawing; Mermaid has them all.</text>\n</svg>\n";
  }

  private static String head(double width, double height, Theme theme) {
    String size = number(width) + " " + number(height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + size
        + "\" width=\""
        + number(width)
        + "\" height=\""
        + number(height)
        + "\" role=\"img\" aria-label=\"The way of calls through the routes\">\n"
        + Palette.style(theme)
        + "<defs><marker id=\"a\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\""
        + " markerHeight=\"8\" orient=\"auto-start-reverse\"><path class=\"h\""
        + " d=\"M0 1L9 5L0 9z\"/></marker></defs>\n"
        + "<rect class=\"bg\" width=\"100%\" height=\"100%\"/>\n";
  }

  private String draw(Theme theme) {
    Layers layers = new Layers(graph, widths);
    double[] top = new double[layers.layers.size()];
    double[] tall = new double[top.length];
    double y = MARGIN;
    for (int i = 0; i < top.length; i++) {
      for (Layers.Spot spot : layers.layers.get(i)) {
        tall[i] = Math.max(tall[i], spot.node < 0 ? 0 : heights[spot.node]);
      }
      top[i] = y;
      y += tall[i] + BETWEEN;
    }
    double right = 0;
    for (Layers.Spot box : layers.boxes) {
      right = Math.max(right, box.x + box.width / 2);
    }
    out.append(
        head(
            Math.ceil(right + 2 * MARGIN + 16),
            Math.ceil(Math.max(y - BETWEEN, 0) + MARGIN),
            theme));
    Arrows arrows = new Arrows(out, top, tall, heights, MARGIN);
    layers.ways.forEach(arrows::path);
    for (Edge edge : graph.edges()) {
      if (edge.from().equals(edge.to())) {
        arrows.loop(box(layers, edge.from()));
      }
    }
    layers.boxes.forEach(spot -> box(arrows, spot, top[spot.layer], tall[spot.layer]));
    layers.ways.forEach(arrows::label);
    return out.append("</svg>\n").toString();
  }

  private static Layers.Spot box(Layers layers, FlowGraph graph, String id) {
    for (Layers.Spot spot : layers.boxes) {
      if (graph.nodes().get(spot.node).id().equals(id)) {
        return spot;
      }
    }
    throw new IllegalArgumentException("no node " + id);
  }

  private Layers.Spot box(Layers layers, String id) {
    return box(layers, graph, id);
  }

  private void box(Arrows arrows, Layers.Spot spot, double top, double tall) {
    Node node = graph.nodes().get(spot.node);
    double height = heights[spot.node];
    double x = MARGIN + spot.x;
    double y = top + (tall - height) / 2;
    double radius = node.kind() == Kind.START || node.kind() == Kind.END ? height / 2 : 7;
    out.append("<rect class=\"b ")
        .append(style(node.kind()))
        .append("\" x=\"")
        .append(number(x - spot.width / 2))
        .append("\" y=\"")
        .append(number(y))
        .append("\" width=\"")
        .append(number(spot.width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" rx=\"")
        .append(number(radius))
        .append("\"/>\n");
    arrows.keepOff(x - spot.width / 2, y, spot.width, height);
    text("t", x, y + (node.lines().isEmpty() ? height / 2 + 4.5 : 20), node.title());
    List<String> lines = node.lines();
    for (int i = 0; i < lines.size(); i++) {
      text("d", x, y + 38 + LINE * i, lines.get(i));
    }
  }

  private void text(String style, double x, double y, String text) {
    out.append(Arrows.text(style, x, y, text));
  }

  private static String style(Kind kind) {
    return switch (kind) {
      case START -> "start";
      case ROUTE -> "route";
      case ARMED -> "armed";
      case END -> "end";
      case MISSING -> "miss";
    };
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
