package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import java.util.Arrays;

/** The places of a text that is one file. */
public final class SingleFile implements Origins {
  private final String file;
  private final String text;
  private final int[] lines;

  /**
   * Finds the lines of a text.
   *
   * @param file what to call it
   * @param text the text
   */
  public SingleFile(String file, String text) {
    this.file = file;
    this.text = text;
    int[] starts = new int[16];
    int count = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = end + 1;
    }
    lines = Arrays.copyOf(starts, count);
  }

  @Override
  public Place place(int offset) {
    int line = index(offset);
    return new Place(file, line + 1, offset - lines[line] + 1);
  }

  @Override
  public String line(int offset) {
    return lineNumbered(index(offset) + 1);
  }

  /** {@return a line without its end, which may be a carriage return's too} */
  String lineNumbered(int number) {
    int line = number - 1;
    int end = line + 1 < lines.length ? lines[line + 1] - 1 : text.length();
    return text.substring(lines[line], end);
  }

  private int index(int offset) {
    int found = Arrays.binarySearch(lines, offset);
    return found >= 0 ? found : -found - 2;
  }
}
