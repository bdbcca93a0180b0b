package dev.opensipsmcp.cfg.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The greedy search for the shortest way of edits by E. Myers (An O(ND) Difference Algorithm and
 * Its Variations, 1986), given up when the way is longer than a bound.
 */
final class Myers {
  /** Edits; what is remembered of the search grows with the square of it, to 4 MB here. */
  private static final int LONGEST = 1000;

  private final int[] before;
  private final int[] after;
  private final Gap part;

  Myers(int[] before, int[] after, Gap part) {
    this.before = before;
    this.after = after;
    this.part = part;
  }

  /** Takes what stays as it is: an index of each sequence. */
  @FunctionalInterface
  interface Match {
    void keep(int left, int right);
  }

  void match(Match match) {
    int width = part.oldTo() - part.oldFrom();
    int height = part.newTo() - part.newFrom();
    int bound = Math.min(LONGEST, width + height);
    int[] reach = new int[2 * bound + 3];
    List<int[]> ways = new ArrayList<>();
    for (int edits = 0; edits <= bound; edits++) {
      int[] way = new int[edits + 1];
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int x = start(reach, bound, edits, diagonal);
        int y = x - diagonal;
        while (x < width && y < height && same(x, y)) {
          x++;
          y++;
        }
        reach[diagonal + bound + 1] = x;
        way[(diagonal + edits) / 2] = x;
        if (x >= width && y >= height) {
          ways.add(way);
          walkBack(ways, width, height, match);
          return;
        }
      }
      ways.add(way);
    }
  }

  private boolean same(int x, int y) {
    return before[part.oldFrom() + x] == after[part.newFrom() + y];
  }

  private static int start(int[] reach, int bound, int edits, int diagonal) {
    if (edits == 0) {
      return 0;
    }
    int left = reach[diagonal - 1 + bound + 1];
    int right = reach[diagonal + 1 + bound + 1];
    boolean down = diagonal == -edits || (diagonal != edits && left < right);
    return down ? right : left + 1;
  }

  private void walkBack(List<int[]> ways, int width, int height, Match match) {
    int x = width;
    int y = height;
    for (int edits = ways.size() - 1; edits >= 0; edits--) {
      int diagonal = x - y;
      int fromX = 0;
      int fromY = 0;
      if (edits > 0) {
        int[] former = ways.get(edits - 1);
        int below = at(former, edits - 1, diagonal + 1);
        int above = at(former, edits - 1, diagonal - 1);
        boolean down = diagonal == -edits || (diagonal != edits && above < below);
        fromX = down ? below : above;
        fromY = down ? fromX - (diagonal + 1) : fromX - (diagonal - 1);
      }
      while (x > fromX && y > fromY && same(x - 1, y - 1)) {
        x--;
        y--;
        match.keep(part.oldFrom() + x, part.newFrom() + y);
      }
      x = fromX;
      y = fromY;
    }
  }

  private static int at(int[] way, int edits, int diagonal) {
    int index = (diagonal + edits) / 2;
    return diagonal < -edits || diagonal > edits ? -1 : way[index];
  }
}
