package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Paints a scene with Java 2D, which needs no screen. The only class that knows of it. */
final class PngPainter {
  /** Four bytes each: 64 MB at most. */
  private static final double MOST_PIXELS = 16_000_000;

  private final Graphics2D graphics;
  private final boolean dark;

  private PngPainter(Graphics2D graphics, boolean dark) {
    this.graphics = graphics;
    this.dark = dark;
  }

  static Picture paint(Scene scene, boolean dark, double wanted) {
    System.setProperty("java.awt.headless", "true");
    if (GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length
        == 0) {
      return new Picture.Missing("This machine has no fonts to draw a picture with. Use the SVG.");
    }
    double points = (double) scene.width() * scene.height();
    double scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / points));
    if (scale < 0.5) {
      return new Picture.Missing("The ladder is too long for a legible picture. Use the SVG.");
    }
    int width = (int) Math.ceil(scene.width() * scale);
    int height = (int) Math.ceil(scene.height() * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      PngPainter painter = new PngPainter(graphics, dark);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setColor(painter.colour(Ink.PAPER));
      graphics.fillRect(0, 0, width, height);
      graphics.scale(scale, scale);
      scene.shapes().forEach(painter::shape);
    } finally {
      graphics.dispose();
    }
    return new Picture.Drawn(png(image), width, height);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Color colour(Ink ink) {
    return Color.decode(dark ? ink.dark : ink.light);
  }

  private void shape(Scene.Shape shape) {
    switch (shape) {
      case Scene.Line line -> {
        graphics.setColor(colour(line.ink()));
        graphics.setStroke(stroke(line.width(), line.dash()));
        graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
      }
      case Scene.Box box -> {
        RoundRectangle2D outline =
            new RoundRectangle2D.Double(
                box.x(), box.y(), box.width(), box.height(), 2 * box.radius(), 2 * box.radius());
        graphics.setColor(colour(box.fill()));
        graphics.fill(outline);
        graphics.setColor(colour(box.edge()));
        graphics.setStroke(stroke(1, Scene.Dash.SOLID));
        graphics.draw(outline);
      }
      case Scene.Path path -> path(path);
      case Scene.Text text -> text(text);
    }
  }

  private static BasicStroke stroke(double width, Scene.Dash dash) {
    if (dash.pattern.isEmpty()) {
      return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
    String[] parts = dash.pattern.split(" ", -1);
    float[] lengths = {Float.parseFloat(parts[0]), Float.parseFloat(parts[1])};
    return new BasicStroke(
        (float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, lengths, 0);
  }

  private void path(Scene.Path path) {
    Path2D outline = new Path2D.Double();
    List<Double> points = path.points();
    outline.moveTo(points.get(0), points.get(1));
    for (int at = 2; at < points.size(); at += 2) {
      outline.lineTo(points.get(at), points.get(at + 1));
    }
    graphics.setColor(colour(path.ink()));
    if (path.filled()) {
      outline.closePath();
      graphics.fill(outline);
    } else {
      graphics.setStroke(stroke(1.6, Scene.Dash.SOLID));
      graphics.draw(outline);
    }
  }

  private void text(Scene.Text text) {
    String name = text.face() == Scene.Face.MONO ? Font.MONOSPACED : Font.SANS_SERIF;
    int style = text.face() == Scene.Face.BOLD ? Font.BOLD : Font.PLAIN;
    Font font = new Font(name, style, 1).deriveFont((float) text.size());
    double wide = font.getStringBounds(text.text(), graphics.getFontRenderContext()).getWidth();
    double x =
        switch (text.anchor()) {
          case START -> text.x();
          case MIDDLE -> text.x() - wide / 2;
          case END -> text.x() - wide;
        };
    graphics.setFont(font);
    graphics.setColor(colour(text.ink()));
    graphics.drawString(text.text(), (float) x, (float) text.y());
  }
}
