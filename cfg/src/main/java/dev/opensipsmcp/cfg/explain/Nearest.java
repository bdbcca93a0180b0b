package dev.opensipsmcp.cfg.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds names that look like one that is not there. */
final class Nearest {
  private static final int MOST = 5;

  /** Nobody mistypes more than this of a name, in letters for a hundred. */
  private static final int FARTHEST = 40;

  /** No name of OpenSIPS is as long. */
  private static final int LONGEST = 80;

  private record Near(String name, int distance) {}

  private Nearest() {}

  /** {@return the nearest names, best first, at most five} */
  static List<String> of(String wanted, Iterable<String> names) {
    String key = Catalogue.key(wanted);
    if (key.length() > LONGEST) {
      return List.of();
    }
    List<Near> near = new ArrayList<>();
    for (String name : names) {
      String other = Catalogue.key(name);
      int longest = Math.max(1, Math.max(key.length(), other.length()));
      boolean part = key.length() > 3 && (other.startsWith(key) || other.endsWith(key));
      if (part || Math.abs(key.length() - other.length()) * 100 <= FARTHEST * longest) {
        int distance = part ? 1 : distance(key, other);
        if (distance * 100 <= FARTHEST * longest) {
          near.add(new Near(name, distance));
        }
      }
    }
    near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
    return near.stream().map(Near::name).limit(MOST).toList();
  }

  /** Levenshtein's distance, with one row of the table at a time. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
