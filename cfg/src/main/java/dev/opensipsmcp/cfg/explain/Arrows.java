package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.explain.FlowGraph.Edge;
import java.util.ArrayList;
import java.util.List;

/** Draws the arrows of a graph. */
final class Arrows {
  /** So many bends are tried for a label; whoever follows an arrow for longer has lost it. */
  private static final int MOST_BENDS = 8;

  private final StringBuilder out;
  private final double[] top;
  private final double[] tall;
  private final double[] heights;
  private final double margin;
  private final Room room = new Room();

  Arrows(StringBuilder out, double[] top, double[] tall, double[] heights, double margin) {
    this.out = out;
    this.top = top;
    this.tall = tall;
    this.heights = heights;
    this.margin = margin;
  }

  private double upper(Layers.Spot spot) {
    return spot.node < 0
        ? top[spot.layer]
        : top[spot.layer] + (tall[spot.layer] - heights[spot.node]) / 2;
  }

  private double lower(Layers.Spot spot) {
    return spot.node < 0 ? top[spot.layer] + tall[spot.layer] : upper(spot) + heights[spot.node];
  }

  /** Arrows leave and reach a box side by side, in the order of where they lead. */
  private double side(Layers.Spot box, List<Layers.Spot> neighbours, Layers.Spot neighbour) {
    if (box.node < 0 || neighbours.size() < 2) {
      return margin + box.x;
    }
    long before = neighbours.stream().filter(other -> other.x < neighbour.x).count();
    double step = Math.min(22, (box.width - 24) / neighbours.size());
    return margin + box.x + (before - (neighbours.size() - 1) / 2.0) * step;
  }

  void path(Layers.Way way) {
    StringBuilder line = new StringBuilder();
    List<Layers.Spot> spots = way.spots();
    for (int i = 1; i < spots.size(); i++) {
      Layers.Spot from = spots.get(i - 1);
      Layers.Spot to = spots.get(i);
      double x0 = side(from, from.below, to);
      double x1 = side(to, to.above, from);
      double y0 = lower(from);
      double y1 = upper(to);
      double bend = (y1 - y0) / 2;
      if (i == 1) {
        line.append('M').append(at(x0, y0));
      }
      line.append('C').append(at(x0, y0 + bend)).append(' ').append(at(x1, y1 - bend));
      line.append(' ').append(at(x1, y1));
      if (to.node < 0) {
        line.append('L').append(at(x1, lower(to)));
      }
    }
    out.append("<path class=\"e")
        .append(dashes(way.edge()))
        .append("\" d=\"")
        .append(line)
        .append(way.turned() ? "\" marker-start=\"url(#a)\"/>\n" : "\" marker-end=\"url(#a)\"/>\n");
  }

  private static String dashes(Edge edge) {
    return switch (edge.kind()) {
      case CALL -> "";
      case RESUME -> " dot";
      case ARM -> " dash";
    };
  }

  /** Keeps labels away from a box. */
  void keepOff(double x, double y, double width, double height) {
    room.take(x, y, width, height);
  }

  /** A route that calls itself. */
  void loop(Layers.Spot box) {
    double x = margin + box.x + box.width / 2;
    double y = (upper(box) + lower(box)) / 2;
    out.append("<path class=\"e\" d=\"M")
        .append(at(x, y - 8))
        .append('C')
        .append(at(x + 24, y - 16))
        .append(' ')
        .append(at(x + 24, y + 16))
        .append(' ')
        .append(at(x, y + 8))
        .append("\" marker-end=\"url(#a)\"/>\n");
  }

  /** A label stands on its arrow, at the first place where nothing else does. */
  void label(Layers.Way way) {
    if (way.edge().label().isEmpty()) {
      return;
    }
    List<Place> places = places(way);
    Place place =
        places.stream()
            .filter(free -> room.free(free, way.edge().label()))
            .findFirst()
            .orElse(places.getFirst());
    room.take(place, way.edge().label());
    out.append(text("w", place.x(), place.y() + 4, way.edge().label()));
  }

  /** A point where a label may stand: on bends first, where an arrow has most room. */
  record Place(double x, double y) {}

  private List<Place> places(Layers.Way way) {
    List<Place> places = new ArrayList<>();
    List<Layers.Spot> spots = way.spots();
    int bends = Math.min(spots.size() - 1, 1 + MOST_BENDS);
    for (Layers.Spot bend : spots.subList(1, bends)) {
      places.add(new Place(margin + bend.x, (upper(bend) + lower(bend)) / 2));
    }
    for (double t : new double[] {0.5, 0.62, 0.38, 0.74, 0.26}) {
      for (int i = 1; i <= bends; i++) {
        Layers.Spot from = spots.get(i - 1);
        Layers.Spot to = spots.get(i);
        double x0 = side(from, from.below, to);
        double x1 = side(to, to.above, from);
        double x = x0 + (x1 - x0) * (3 * t * t - 2 * t * t * t);
        places.add(new Place(x, lower(from) + (upper(to) - lower(from)) * t));
      }
    }
    return places;
  }

  static String text(String style, double x, double y, String text) {
    return "<text class=\""
        + style
        + "\" x=\""
        + Drawing.number(x)
        + "\" y=\""
        + Drawing.number(y)
        + "\" text-anchor=\"middle\">"
        + escaped(text)
        + "</text>\n";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            default -> {
              boolean shown = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
              out.appendCodePoint(shown ? c : ' ');
            }
          }
        });
    return out.toString();
  }

  private static String at(double x, double y) {
    return Drawing.number(x) + " " + Drawing.number(y);
  }
}
