package dev.opensipsmcp.cfg.source;

import java.util.Arrays;

/** The places of a text that is not put together from others. */
final class OneText implements Origins {
  private final String name;
  private final String text;
  private final int[] starts;

  OneText(String name, String text) {
    this.name = name;
    this.text = text;
    int[] found = new int[16];
    int count = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = end + 1;
    }
    this.starts = Arrays.copyOf(found, count);
  }

  @Override
  public Place place(int offset) {
    int line = index(offset);
    return new Place(name, line + 1, offset - starts[line] + 1);
  }

  @Override
  public String line(int offset) {
    int line = index(offset);
    int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    return text.substring(starts[line], end);
  }

  private int index(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
