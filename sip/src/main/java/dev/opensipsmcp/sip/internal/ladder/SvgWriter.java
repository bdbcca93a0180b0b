package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.internal.ladder.Scene.Face;
import java.util.List;

/**
 * Writes a scene as SVG with both its sets of colours. Colours are in classes and not in variables,
 * which some programs that show SVG do not know. Attributes are in single quotes, which cost
 * nothing inside JSON.
 */
final class SvgWriter {
  private static final String COMMON =
      """
      text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}
      path{fill:none;stroke-linecap:round;stroke-linejoin:round}
      """;
  private static final String MONO =
      "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace";

  private final StringBuilder body;
  private final SvgStyles styles = new SvgStyles();

  private SvgWriter(int size) {
    body = new StringBuilder(size);
  }

  static String write(Scene scene) {
    SvgWriter writer = new SvgWriter(1_024 + scene.shapes().size() * 64);
    String paper = writer.styles.filled(Ink.PAPER, "");
    scene.shapes().forEach(writer::shape);
    StringBuilder out = new StringBuilder(writer.body.length() + 4_096);
    out.append("<svg xmlns='http://www.w3.org/2000/svg' width='")
        .append(scene.width())
        .append("' height='")
        .append(scene.height())
        .append("' viewBox='0 0 ")
        .append(scene.width())
        .append(' ')
        .append(scene.height())
        .append("' role='img' aria-labelledby='t d'>\n<title id='t'>");
    escaped(out, scene.title());
    out.append("</title>\n<desc id='d'>");
    escaped(out, scene.description());
    return out.append("</desc>\n<style>\n")
        .append(COMMON)
        .append(writer.styles.rules())
        .append("</style>\n<rect class='")
        .append(paper)
        .append("' width='100%' height='100%' rx='10'/>\n")
        .append(writer.body)
        .append("</svg>\n")
        .toString();
  }

  private void shape(Scene.Shape shape) {
    switch (shape) {
      case Scene.Line line -> line(line);
      case Scene.Box box -> box(box);
      case Scene.Path path -> path(path);
      case Scene.Text text -> text(text);
    }
  }

  private void line(Scene.Line line) {
    String dash = line.dash().pattern;
    String width = "stroke-width:" + number(line.width());
    String style =
        styles.drawn(line.ink(), dash.isEmpty() ? width : width + ";stroke-dasharray:" + dash);
    body.append("<path class='").append(style).append("' d='M");
    point(line.x1(), line.y1());
    if (line.y1() == line.y2()) {
      body.append('H').append(number(line.x2()));
    } else {
      body.append('L');
      point(line.x2(), line.y2());
    }
    body.append("'/>\n");
  }

  private void box(Scene.Box box) {
    String style =
        box.fill() == box.edge()
            ? styles.filled(box.fill(), "")
            : styles.edged(box.fill(), box.edge());
    body.append("<rect class='").append(style);
    body.append("' x='").append(number(box.x()));
    body.append("' y='").append(number(box.y()));
    body.append("' width='").append(number(box.width()));
    body.append("' height='").append(number(box.height()));
    body.append("' rx='").append(number(box.radius())).append("'/>\n");
  }

  private void path(Scene.Path path) {
    body.append("<path class='")
        .append(
            path.filled()
                ? styles.filled(path.ink(), "")
                : styles.drawn(path.ink(), "stroke-width:1.6"))
        .append("' d='");
    List<Double> points = path.points();
    for (int at = 0; at < points.size(); at += 2) {
      body.append(at == 0 ? 'M' : 'L');
      point(points.get(at), points.get(at + 1));
    }
    body.append(path.filled() ? "Z'/>\n" : "'/>\n");
  }

  private void text(Scene.Text text) {
    StringBuilder rest = new StringBuilder("font-size:").append(number(text.size())).append("px");
    if (text.face() != Face.SANS) {
      rest.append(';').append(text.face() == Face.MONO ? MONO : "font-weight:600");
    }
    switch (text.anchor()) {
      case START -> {}
      case MIDDLE -> rest.append(";text-anchor:middle");
      case END -> rest.append(";text-anchor:end");
    }
    body.append("<text class='").append(styles.filled(text.ink(), rest.toString()));
    body.append("' x='").append(number(text.x()));
    body.append("' y='").append(number(text.y())).append("'>");
    escaped(body, text.text());
    body.append("</text>\n");
  }

  private void point(double x, double y) {
    body.append(number(x)).append(' ').append(number(y));
  }

  private static String number(double value) {
    long tenths = Math.round(value * 10);
    long rest = Math.abs(tenths % 10);
    String whole = tenths < 0 && tenths > -10 ? "-0" : Long.toString(tenths / 10);
    return rest == 0 ? Long.toString(tenths / 10) : whole + '.' + rest;
  }

  /** Characters that XML 1.0 can't hold have been replaced before. */
  private static void escaped(StringBuilder out, String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }
}
