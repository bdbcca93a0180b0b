package dev.opensipsmcp.sip.internal.ladder;

import java.util.List;

/**
 * A drawing in points: what SVG and PNG both draw.
 *
 * @param title what it shows
 * @param description the same in a sentence
 * @param width in points
 * @param height in points
 * @param shapes from the ground up
 */
record Scene(String title, String description, int width, int height, List<Shape> shapes) {
  Scene {
    shapes = List.copyOf(shapes);
  }

  /** A part of a drawing. */
  sealed interface Shape {}

  /** How a line is drawn. */
  enum Dash {
    SOLID(""),
    DASHED("6 4"),
    DOTTED("1.5 4.5"),
    FINE("2 5");

    final String pattern;

    Dash(String pattern) {
      this.pattern = pattern;
    }
  }

  /** A line. */
  record Line(double x1, double y1, double x2, double y2, Ink ink, double width, Dash dash)
      implements Shape {}

  /** A box with round corners. */
  record Box(double x, double y, double width, double height, double radius, Ink fill, Ink edge)
      implements Shape {}

  /** A filled polygon, or an open line through points where it is not filled. */
  record Path(List<Double> points, Ink ink, boolean filled) implements Shape {
    Path {
      points = List.copyOf(points);
    }
  }

  /** Where a text stands to its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Which letters a text has. */
  enum Face {
    SANS,
    BOLD,
    MONO
  }

  /** A text on one line. */
  record Text(double x, double y, Anchor anchor, double size, Face face, Ink ink, String text)
      implements Shape {}
}
