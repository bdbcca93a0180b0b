package dev.opensipsmcp.cfg.explain;

import java.util.ArrayList;
import java.util.List;

/** The room that labels and boxes take in a drawing. */
final class Room {
  private static final double HALF_LINE = 9;

  private record Area(double left, double right, double top, double bottom) {
    boolean meets(Area other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final List<Area> taken = new ArrayList<>();

  private static Area of(Arrows.Place place, String label) {
    double half = 6.4 * label.length() / 2 + 4;
    return new Area(
        place.x() - half, place.x() + half, place.y() - HALF_LINE, place.y() + HALF_LINE);
  }

  boolean free(Arrows.Place place, String label) {
    Area area = of(place, label);
    return area.left() >= 0 && taken.stream().noneMatch(area::meets);
  }

  void take(Arrows.Place place, String label) {
    taken.add(of(place, label));
  }

  void take(double x, double y, double width, double height) {
    taken.add(new Area(x, x + width, y, y + height));
  }
}
