package dev.opensipsmcp.cfg.internal.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a misspelt one may stand for. */
public final class Nearest {
  private static final int MOST = 3;
  private static final int LONGEST = 60;
  private static final int MOST_NAMES = 3000;

  private record Scored(String name, int distance) {}

  private Nearest() {}

  /**
   * {@return the names that differ from the wanted one in no more than a third of its letters, best
   * first, at most three}
   *
   * @param wanted what is written
   * @param names what there is
   */
  public static List<String> to(String wanted, Collection<String> names) {
    if (wanted.length() > LONGEST) {
      return List.of();
    }
    String lower = wanted.toLowerCase(Locale.ROOT);
    int most = Math.max(1, wanted.length() / 3);
    List<Scored> scored = new ArrayList<>();
    int tried = 0;
    for (String name : names) {
      if (++tried > MOST_NAMES) {
        break;
      }
      if (Math.abs(name.length() - wanted.length()) <= most) {
        int distance = distance(lower, name.toLowerCase(Locale.ROOT));
        if (distance <= most) {
          scored.add(new Scored(name, distance));
        }
      }
    }
    scored.sort(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name));
    return scored.stream().map(Scored::name).distinct().limit(MOST).toList();
  }

  /** Damerau's distance without repeated swaps: neighbours that change places count once. */
  private static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] next = new int[right.length() + 1];
      next[0] = i;
      for (int j = 1; j < next.length; j++) {
        int replaced = row[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(replaced, 1 + Math.min(row[j], next[j - 1]));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      before = row;
      row = next;
    }
    return row[right.length()];
  }
}
