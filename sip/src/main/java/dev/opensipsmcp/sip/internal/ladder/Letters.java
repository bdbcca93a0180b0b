package dev.opensipsmcp.sip.internal.ladder;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is, without a font at hand: by the widths of a wide sans serif, so that it fits
 * in whichever of the usual ones a reader has.
 */
final class Letters {
  private static final int[] WIDTHS = {
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84
  };
  private static final double MONO = 0.602;
  private static final double BOLD = 1.14;

  private Letters() {}

  static double width(String text, Scene.Face face, double size) {
    double sum = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      double wide =
          point >= 32 && point < 127
              ? WIDTHS[point - 32] / 100.0
              : point < 0x1100 || (point >= 0x2010 && point < 0x2100) ? 0.7 : 1.05;
      sum += face == Scene.Face.MONO ? (wide > 1.02 ? 1.05 : MONO) : wide;
    }
    return sum * size * (face == Scene.Face.BOLD ? BOLD : 1);
  }

  /** {@return the text, cut with an ellipsis where it is wider than that} */
  static String cut(String text, Scene.Face face, double size, double most) {
    if (width(text, face, size) <= most) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + "…", face, size) > most) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** {@return the text in lines that are no wider than that} */
  static List<String> wrap(String text, Scene.Face face, double size, double most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line + " " + word, face, size) > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(cut(word, face, size, most));
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
