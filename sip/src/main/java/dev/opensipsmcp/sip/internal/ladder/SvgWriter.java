package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.internal.ladder.Scene.Anchor;
import dev.opensipsmcp.sip.internal.ladder.Scene.Dash;
import dev.opensipsmcp.sip.internal.ladder.Scene.Face;
import java.util.List;

/**
 * Writes a scene as SVG with both its sets of colours. Colours are in classes and not in variables,
 * which some programs that show SVG do not know.
 */
final class SvgWriter {
  private static final String SANS =
      "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
  private static final String MONO =
      "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace";

  private final StringBuilder out;

  private SvgWriter(int size) {
    out = new StringBuilder(size);
  }

  static String write(Scene scene) {
    SvgWriter writer = new SvgWriter(4_096 + scene.shapes().size() * 96);
    writer.scene(scene);
    return writer.out.toString();
  }

  private void scene(Scene scene) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(scene.width())
        .append("\" height=\"")
        .append(scene.height())
        .append("\" viewBox=\"0 0 ")
        .append(scene.width())
        .append(' ')
        .append(scene.height())
        .append("\" role=\"img\" aria-labelledby=\"t d\">\n<title id=\"t\">");
    escaped(scene.title());
    out.append("</title>\n<desc id=\"d\">");
    escaped(scene.description());
    out.append("</desc>\n<style>\n");
    styles();
    out.append("</style>\n<rect class=\"fPAPER\" width=\"100%\" height=\"100%\" rx=\"10\"/>\n");
    scene.shapes().forEach(this::shape);
    out.append("</svg>\n");
  }

  private void styles() {
    out.append("text{font-family:")
        .append(SANS)
        .append("}\n.m{font-family:")
        .append(MONO)
        .append("}\n.b{font-weight:600}\npath,line{fill:none;stroke-linecap:round;stroke-linejoin:round}\n");
    for (Dash dash : Dash.values()) {
      if (!dash.pattern.isEmpty()) {
        out.append('.').append(dash.name()).append("{stroke-dasharray:").append(dash.pattern).append("}\n");
      }
    }
    colours(false);
    out.append("@media (prefers-color-scheme:dark){\n");
    colours(true);
    out.append("}\n");
  }

  private void colours(boolean dark) {
    for (Ink ink : Ink.values()) {
      String colour = dark ? ink.dark : ink.light;
      out.append(".f").append(ink).append("{fill:").append(colour).append("}.s").append(ink);
      out.append("{stroke:").append(colour).append("}\n");
    }
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
    out.append("<line class=\"s").append(line.ink());
    if (line.dash() != Dash.SOLID) {
      out.append(' ').append(line.dash().name());
    }
    out.append('"');
    number(" x1", line.x1());
    number(" y1", line.y1());
    number(" x2", line.x2());
    number(" y2", line.y2());
    number(" stroke-width", line.width());
    out.append("/>\n");
  }

  private void box(Scene.Box box) {
    out.append("<rect class=\"f").append(box.fill()).append(" s").append(box.edge()).append('"');
    number(" x", box.x());
    number(" y", box.y());
    number(" width", box.width());
    number(" height", box.height());
    number(" rx", box.radius());
    out.append("/>\n");
  }

  private void path(Scene.Path path) {
    out.append("<path class=\"").append(path.filled() ? 'f' : 's').append(path.ink());
    out.append("\" ").append(path.filled() ? "" : "stroke-width=\"1.6\" ").append("d=\"");
    List<Double> points = path.points();
    for (int at = 0; at < points.size(); at += 2) {
      out.append(at == 0 ? 'M' : 'L');
      number(points.get(at));
      out.append(' ');
      number(points.get(at + 1));
    }
    out.append(path.filled() ? "Z\"/>\n" : "\"/>\n");
  }

  private void text(Scene.Text text) {
    out.append("<text class=\"f").append(text.ink());
    if (text.face() != Face.SANS) {
      out.append(text.face() == Face.MONO ? " m" : " b");
    }
    out.append('"');
    number(" x", text.x());
    number(" y", text.y());
    number(" font-size", text.size());
    if (text.anchor() != Anchor.START) {
      out.append(" text-anchor=\"").append(text.anchor() == Anchor.END ? "end" : "middle").append('"');
    }
    out.append('>');
    escaped(text.text());
    out.append("</text>\n");
  }

  private void number(String name, double value) {
    out.append(name).append("=\"");
    number(value);
    out.append('"');
  }

  private void number(double value) {
    long tenths = Math.round(value * 10);
    out.append(tenths / 10);
    if (tenths % 10 != 0) {
      out.append('.').append(Math.abs(tenths % 10));
    }
  }

  /** Characters that XML 1.0 can't hold have been replaced before. */
  private void escaped(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
