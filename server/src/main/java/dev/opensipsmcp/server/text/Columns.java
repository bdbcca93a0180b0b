package dev.opensipsmcp.server.text;

import java.util.ArrayList;
import java.util.List;

/** Puts cells below each other. */
public final class Columns {
  private static final int GAP = 2;

  private Columns() {}

  /**
   * {@return a line per row, each column as wide as its widest cell}
   *
   * @param rows rows of equally many cells
   */
  public static List<String> aligned(List<List<String>> rows) {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + GAP);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
