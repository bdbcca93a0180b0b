package dev.opensipsmcp.server.toolset.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * A series as a small SVG picture: a line over its area, the least and the greatest value beside
 * it, the latest marked. Its colours are of middling brightness and its ground is clear, so that it
 * reads on a light page as on a dark one.
 */
public final class SparklineSvg {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 72;
  private static final int LEFT = 6;
  private static final int RIGHT = 250;
  private static final int TOP = 22;
  private static final int BOTTOM = 64;
  private static final String LINE = "#2f81f7";
  private static final String TEXT = "#7d8590";

  private SparklineSvg() {}

  /**
   * {@return a whole SVG document}
   *
   * @param title what the values are
   * @param values finite numbers, in order, at equal distances
   */
  public static String of(String title, List<Double> values) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder points = new StringBuilder();
    double x = LEFT;
    double y = BOTTOM;
    for (int i = 0; i < values.size(); i++) {
      x = values.size() > 1 ? LEFT + (RIGHT - LEFT) * (double) i / (values.size() - 1) : RIGHT;
      y =
          most > least
              ? BOTTOM - (BOTTOM - TOP) * (values.get(i) - least) / (most - least)
              : BOTTOM;
      points.append(i == 0 ? "" : " ").append(at(x)).append(',').append(at(y));
    }
    String name = escaped(title);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + WIDTH
        + "\" height=\""
        + HEIGHT
        + "\" viewBox=\"0 0 "
        + WIDTH
        + ' '
        + HEIGHT
        + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"11\"><title>"
        + name
        + "</title><text x=\""
        + LEFT
        + "\" y=\"14\" fill=\""
        + TEXT
        + "\">"
        + name
        + "</text><polygon points=\""
        + LEFT
        + ','
        + BOTTOM
        + ' '
        + points
        + ' '
        + at(x)
        + ','
        + BOTTOM
        + "\" fill=\""
        + LINE
        + "\" fill-opacity=\"0.18\"/><polyline points=\""
        + points
        + "\" fill=\"none\" stroke=\""
        + LINE
        + "\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/><circle cx=\""
        + at(x)
        + "\" cy=\""
        + at(y)
        + "\" r=\"2.6\" fill=\""
        + LINE
        + "\"/>"
        + (most > least ? label(most, TOP + 4) : "")
        + label(least, BOTTOM)
        + "</svg>";
  }

  private static String label(double value, int y) {
    return "<text x=\""
        + (RIGHT + 8)
        + "\" y=\""
        + y
        + "\" fill=\""
        + TEXT
        + "\">"
        + number(value)
        + "</text>";
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  private static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1e9) {
      return rounded(value / 1e9) + "G";
    }
    if (size >= 1e6) {
      return rounded(value / 1e6) + "M";
    }
    return size >= 1e4 ? rounded(value / 1e3) + "k" : rounded(value);
  }

  private static String rounded(double value) {
    BigDecimal two = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return two.signum() == 0 ? "0" : two.stripTrailingZeros().toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
