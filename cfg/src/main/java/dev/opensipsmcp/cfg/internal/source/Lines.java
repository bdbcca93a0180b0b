package dev.opensipsmcp.cfg.internal.source;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {
  private final String text;
  private int[] starts = new int[64];
  private int count = 1;

  Lines(String text) {
    this.text = text;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
  }

  /** {@return the number of the line that a character is in, from 0} */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** {@return the offset where a line begins} */
  int start(int line) {
    return starts[line];
  }

  /** {@return what is in a line, without its end} */
  String text(int line) {
    int end = line + 1 < count ? starts[line + 1] - 1 : text.length();
    boolean carriageReturn = end > starts[line] && text.charAt(end - 1) == '\r';
    return text.substring(starts[line], carriageReturn ? end - 1 : end);
  }
}
