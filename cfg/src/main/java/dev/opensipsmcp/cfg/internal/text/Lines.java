package dev.opensipsmcp.cfg.internal.text;

import java.util.ArrayList;
import java.util.List;

/** A text cut into lines. */
public final class Lines {
  private Lines() {}

  /** {@return the lines, each with its line feed, which the last one may lack} */
  public static List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
    return List.copyOf(lines);
  }
}
