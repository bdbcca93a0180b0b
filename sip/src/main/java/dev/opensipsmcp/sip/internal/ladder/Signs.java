package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.internal.ladder.Scene.Anchor;
import dev.opensipsmcp.sip.internal.ladder.Scene.Box;
import dev.opensipsmcp.sip.internal.ladder.Scene.Face;
import dev.opensipsmcp.sip.internal.ladder.Scene.Path;
import dev.opensipsmcp.sip.internal.ladder.Scene.Shape;
import dev.opensipsmcp.sip.internal.ladder.Scene.Text;
import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Verdict;
import java.util.List;

/** Small signs, drawn and not taken from a font, which may lack them. */
final class Signs {
  private Signs() {}

  static boolean has(Arrow arrow) {
    return arrow.isRepeat()
        || switch (arrow.kind()) {
          case FAILURE, BROKEN, CHALLENGE -> true;
          case REQUEST, PROVISIONAL, SUCCESS, REDIRECT -> false;
        };
  }

  /** The sign before a label, in a square of 12 points around a place. */
  static void kind(List<Shape> shapes, Arrow arrow, double x, double y, Ink ink) {
    if (arrow.isRepeat()) {
      again(shapes, x, y, ink);
    } else if (arrow.kind() == Arrow.Kind.CHALLENGE) {
      key(shapes, x, y, ink);
    } else {
      cross(shapes, x, y, ink);
    }
  }

  static void cross(List<Shape> shapes, double x, double y, Ink ink) {
    shapes.add(new Box(x - 6, y - 6, 12, 12, 6, ink, ink));
    shapes.add(new Path(List.of(x - 2.4, y - 2.4, x + 2.4, y + 2.4), Ink.PAPER, false));
    shapes.add(new Path(List.of(x + 2.4, y - 2.4, x - 2.4, y + 2.4), Ink.PAPER, false));
  }

  private static void check(List<Shape> shapes, double x, double y, Ink ink) {
    shapes.add(new Box(x - 6.5, y - 6.5, 13, 13, 6.5, ink, ink));
    shapes.add(
        new Path(List.of(x - 3, y + 0.2, x - 0.9, y + 2.4, x + 3.1, y - 2.2), Ink.PAPER, false));
  }

  static void again(List<Shape> shapes, double x, double y, Ink ink) {
    shapes.add(
        new Path(
            List.of(
                x + 3.4, y - 2.6, x + 1.2, y - 4.2, x - 1.4, y - 4.1, x - 3.6, y - 2.4, x - 4.4, y,
                x - 3.6, y + 2.4, x - 1.4, y + 4.1, x + 1.2, y + 4.2, x + 3.4, y + 2.6),
            ink,
            false));
    shapes.add(new Path(List.of(x + 5.6, y - 4.8, x + 4.8, y - 0.4, x + 1.2, y - 2.6), ink, true));
  }

  static void key(List<Shape> shapes, double x, double y, Ink ink) {
    shapes.add(new Box(x - 5.5, y - 3, 6, 6, 3, Ink.PAPER, ink));
    shapes.add(new Path(List.of(x + 0.5, y, x + 5.5, y, x + 5.5, y + 2.6), ink, false));
    shapes.add(new Path(List.of(x + 3.1, y, x + 3.1, y + 2.2), ink, false));
  }

  static void warning(List<Shape> shapes, double x, double y, Ink ink) {
    shapes.add(new Path(List.of(x, y - 5.4, x + 6, y + 4.8, x - 6, y + 4.8), ink, true));
    shapes.add(new Path(List.of(x, y - 1.8, x, y + 0.9), Ink.PAPER, false));
    shapes.add(new Box(x - 0.5, y + 2.7, 1, 1, 0.5, Ink.PAPER, Ink.PAPER));
  }

  static void grade(List<Shape> shapes, Verdict.Grade grade, double x, double y, Ink ink) {
    switch (grade) {
      case GOOD -> check(shapes, x, y, ink);
      case DOUBTFUL -> warning(shapes, x, y, ink);
      case FAILED -> cross(shapes, x, y, ink);
      case UNKNOWN -> {
        shapes.add(new Box(x - 6.5, y - 6.5, 13, 13, 6.5, ink, ink));
        shapes.add(new Text(x, y + 3.6, Anchor.MIDDLE, 10, Face.BOLD, Ink.PAPER, "?"));
      }
    }
  }

  static void leg(List<Shape> shapes, double x, double y, int leg) {
    Ink ink = Ink.leg(leg);
    String number = Integer.toString(leg + 1);
    double wide = Math.max(16, Letters.width(number, Face.BOLD, 10) + 9);
    shapes.add(new Box(x - wide / 2, y - 8, wide, 16, 4, ink, ink));
    shapes.add(new Text(x, y + 3.6, Anchor.MIDDLE, 10, Face.BOLD, Ink.PAPER, number));
  }

  /** The head of an arrow whose tip is at a place; an open one for what was sent again. */
  static void head(List<Shape> shapes, double x, double y, double sense, Ink ink, boolean open) {
    List<Double> points =
        open
            ? List.of(x - sense * 8, y - 4.0, x, y, x - sense * 8, y + 4.0)
            : List.of(x, y, x - sense * 10, y - 4.8, x - sense * 7.6, y, x - sense * 10, y + 4.8);
    shapes.add(new Path(points, ink, !open));
  }

  /** An arrow from a participant to itself. */
  static void loop(List<Shape> shapes, double x, double y, Ink ink) {
    shapes.add(
        new Path(
            List.of(
                x + 2, y - 7, x + 22, y - 7, x + 26, y - 3, x + 26, y + 3, x + 22, y + 7, x + 9,
                y + 7),
            ink,
            false));
    head(shapes, x + 1.5, y + 7, -1, ink, false);
  }
}
