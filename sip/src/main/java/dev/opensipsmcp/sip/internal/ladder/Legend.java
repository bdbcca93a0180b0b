package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.internal.ladder.Scene.Anchor;
import dev.opensipsmcp.sip.internal.ladder.Scene.Dash;
import dev.opensipsmcp.sip.internal.ladder.Scene.Face;
import dev.opensipsmcp.sip.internal.ladder.Scene.Line;
import dev.opensipsmcp.sip.internal.ladder.Scene.Shape;
import dev.opensipsmcp.sip.internal.ladder.Scene.Text;
import dev.opensipsmcp.sip.ladder.Arrow;
import java.util.List;

/** Says what lines and signs of a drawing mean; only those that it has. */
final class Legend {
  /** What it takes at least to stand in two rows. */
  static final double WIDTH = 430;

  private static final double SIZE = 11;
  private static final int MOST_LEGS = 12;

  private final List<Shape> shapes;
  private final double left;
  private final double right;
  private double x;
  private double y;

  private Legend(List<Shape> shapes, double left, double right, double y) {
    this.shapes = shapes;
    this.left = left;
    this.right = right;
    this.x = left;
    this.y = y;
  }

  /** {@return how far down it goes} */
  static double draw(
      List<Shape> shapes, Sheet sheet, boolean legs, double left, double y, double right) {
    Legend legend = new Legend(shapes, left, right, y);
    legend.all(sheet, legs);
    return legend.y + 6;
  }

  private void all(Sheet sheet, boolean legs) {
    shapes.add(new Line(left, y - 16, right, y - 16, Ink.EDGE, 1, Dash.SOLID));
    y += 4;
    Ink ink = Ink.leg(0);
    line("request", ink, Dash.SOLID, false);
    line("response", ink, Dash.DASHED, false);
    if (steps(sheet, step -> step.arrow().isRepeat())) {
      line("retransmission", Ink.MUTED, Dash.DOTTED, true);
    }
    if (steps(sheet, step -> step.arrow().kind() == Arrow.Kind.CHALLENGE)) {
      double at = room("asks for credentials", 16);
      Signs.key(shapes, at + 6, y - 4, Ink.WARN);
      word(at + 18, "asks for credentials");
    }
    if (steps(sheet, step -> step.arrow().kind() == Arrow.Kind.FAILURE)) {
      double at = room("failure", 16);
      Signs.cross(shapes, at + 6, y - 4, Ink.BAD);
      word(at + 18, "failure");
    }
    if (steps(sheet, step -> step.notes().stream().anyMatch(n -> n.kind() == Sheet.Sort.NAT))) {
      double at = room("address changed by NAT", 16);
      Signs.warning(shapes, at + 6, y - 4, Ink.WARN);
      word(at + 18, "address changed by NAT");
    }
    word(room("time in seconds", 0), "time in seconds");
    if (!legs) {
      callId(left, sheet.legs().getFirst());
      return;
    }
    for (int leg = 0; leg < Math.min(MOST_LEGS, sheet.legs().size()); leg++) {
      y += 21;
      Signs.leg(shapes, left + 9, y - 4, leg);
      word(left + 24, Letters.cut(sheet.legs().get(leg), Face.SANS, SIZE, right - left - 24));
    }
    if (sheet.legs().size() > MOST_LEGS) {
      y += 21;
      word(left + 24, "and " + (sheet.legs().size() - MOST_LEGS) + " more legs");
    }
  }

  private void callId(double at, String callId) {
    y += 21;
    word(at, Letters.cut("Call-ID " + callId, Face.SANS, SIZE, right - left));
  }

  private static boolean steps(Sheet sheet, java.util.function.Predicate<Sheet.Step> wanted) {
    return sheet.lines().stream()
        .anyMatch(line -> line instanceof Sheet.Step step && wanted.test(step));
  }

  private void line(String words, Ink ink, Dash dash, boolean open) {
    double at = room(words, 34);
    shapes.add(new Line(at, y - 4, at + 19, y - 4, ink, open ? 1.3 : 1.8, dash));
    Signs.head(shapes, at + 28, y - 4, 1, ink, open);
    word(at + 36, words);
  }

  /** {@return where the next part begins, in a new row where this one is full} */
  private double room(String words, double sign) {
    double wide = sign + Letters.width(words, Face.SANS, SIZE) + 2;
    if (x + wide > right && x > left) {
      x = left;
      y += 21;
    }
    double at = x;
    x += wide + 20;
    return at;
  }

  private void word(double at, String words) {
    shapes.add(new Text(at, y, Anchor.START, SIZE, Face.SANS, Ink.MUTED, words));
  }
}
