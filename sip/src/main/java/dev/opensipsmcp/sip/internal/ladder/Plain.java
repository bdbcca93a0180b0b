package dev.opensipsmcp.sip.internal.ladder;

import java.time.Duration;
import java.util.Locale;

/** Makes text from the wire safe to show on one line. */
public final class Plain {
  private static final int MOST = 80;

  private Plain() {}

  /**
   * {@return the text with a dot for each character that has no place on a line (controls, line
   * breaks, marks that turn the direction of writing), cut at 80 characters}
   */
  public static String line(String text) {
    return line(text, MOST);
  }

  /** {@return the same, cut at so many characters} */
  public static String line(String text, int most) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), most));
    int count = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (count == most - 1 && at < text.length()) {
        return line.append('…').toString();
      }
      count++;
      line.appendCodePoint(shown(point));
    }
    return line.toString();
  }

  private static int shown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '·';
      default -> point;
    };
  }

  /** {@return seconds with three digits after the point, for a column of times} */
  public static String offset(Duration time) {
    long millis = time.toMillis();
    return millis / 1000 + "." + String.format(Locale.ROOT, "%03d", millis % 1000);
  }

  /** {@return a length of time as people say it: 850 ms, 2.1 s, 3 min 12 s} */
  public static String length(Duration time) {
    long millis = time.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 120_000) {
      return millis / 1000 + "." + millis % 1000 / 100 + " s";
    }
    long seconds = time.toSeconds();
    return seconds < 7_200
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
