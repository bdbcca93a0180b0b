package dev.opensipsmcp.mi.internal.check;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt one was meant to be. */
final class Nearest {
  private Nearest() {}

  /** {@return the nearest name, unless none shares half of its letters} */
  static Optional<String> of(String name, Collection<String> known) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(plain(name), plain(candidate));
      if (distance < least || (distance == least && candidate.compareTo(best) < 0)) {
        best = candidate;
        least = distance;
      }
    }
    boolean alike =
        least <= Math.max(1, Math.max(name.length(), best.length()) / 2) || within(name, best);
    return best.isEmpty() || !alike ? Optional.empty() : Optional.of(best);
  }

  private static boolean within(String name, String candidate) {
    return plain(candidate).contains(plain(name)) || plain(name).contains(plain(candidate));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Levenshtein's distance, in one row. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
