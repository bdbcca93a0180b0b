package dev.opensipsmcp.cfg.internal.text;

import java.util.Arrays;

/** Which line of a text an offset is in. */
public final class LineIndex {
  private final int[] starts;
  private final int length;

  /** Looks through a text once. */
  public LineIndex(String text) {
    int[] found = new int[1024];
    int count = 1;
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = feed + 1;
    }
    this.starts = Arrays.copyOf(found, count);
    this.length = text.length();
  }

  /** {@return the line of an offset, from 1} */
  public int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** {@return how many lines there are; behind the last line feed one more begins} */
  public int lines() {
    return starts.length;
  }

  /** {@return the offset of a line's first character} */
  public int start(int line) {
    return starts[line - 1];
  }

  /** {@return the offset behind a line, its line feed included} */
  public int end(int line) {
    return line == starts.length ? length : starts[line];
  }
}
