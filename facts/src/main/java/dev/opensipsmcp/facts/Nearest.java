package dev.opensipsmcp.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Finds the names that a misspelt one may stand for. Case does not count. */
public final class Nearest {
  /** No name of OpenSIPS is as long. */
  private static final int LONGEST = 80;

  /** As many names as are tried where a file may make them up. */
  private static final int OF_A_FILE = 3_000;

  private final int most;
  private final int least;
  private final int divisor;
  private final boolean parts;
  private final int tried;

  private record Scored(String name, int distance) {}

  private Nearest(int most, int least, int divisor, boolean parts, int tried) {
    this.most = most;
    this.least = least;
    this.divisor = divisor;
    this.parts = parts;
    this.tried = tried;
  }

  /**
   * {@return a finder of misspelt names: at most three, that differ in a third of their letters}
   */
  public static Nearest close() {
    return new Nearest(3, 1, 3, false, OF_A_FILE);
  }

  /**
   * {@return a finder of half remembered names: at most five, that differ in half of their letters,
   * or of which one holds the other}
   */
  public static Nearest wide() {
    return new Nearest(5, 2, 2, true, Integer.MAX_VALUE);
  }

  /**
   * {@return the names most like the wanted one, best first; empty when none is near}
   *
   * @param wanted what was written
   * @param names what there is
   */
  public List<String> to(String wanted, Collection<String> names) {
    return to(wanted, names, UnaryOperator.identity());
  }

  /**
   * {@return the same where only a part of each name counts}
   *
   * @param key what counts of a name
   */
  public List<String> to(String wanted, Collection<String> names, UnaryOperator<String> key) {
    String sought = key.apply(wanted).toLowerCase(Locale.ROOT);
    if (sought.isEmpty() || sought.length() > LONGEST) {
      return List.of();
    }
    int farthest = Math.max(least, sought.length() / divisor);
    List<Scored> scored = new ArrayList<>();
    int left = tried;
    for (String name : names) {
      if (left-- == 0) {
        break;
      }
      String other = key.apply(name).toLowerCase(Locale.ROOT);
      int distance =
          parts && holds(sought, other)
              ? 1
              : Math.abs(other.length() - sought.length()) > farthest
                  ? Integer.MAX_VALUE
                  : distance(sought, other);
      if (distance <= farthest) {
        scored.add(new Scored(name, distance));
      }
    }
    scored.sort(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name));
    return scored.stream().map(Scored::name).distinct().limit(most).toList();
  }

  private static boolean holds(String sought, String other) {
    return other.contains(sought) || (other.length() > 3 && sought.contains(other));
  }

  /**
   * {@return how many letters must be changed, put in, left out or exchanged with their neighbour
   * to turn one text into the other: Damerau's distance without repeated swaps}
   *
   * @param left a text
   * @param right another one
   */
  public static int distance(String left, String right) {
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
