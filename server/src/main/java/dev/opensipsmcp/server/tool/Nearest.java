package dev.opensipsmcp.server.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant by a name that does not exist. */
public final class Nearest {
  private static final int SHOWN = 5;

  private record Candidate(String name, int distance) {}

  private Nearest() {}

  /**
   * {@return the names most like the wanted one, best first, at most five; empty when none is near}
   *
   * @param wanted what was asked for
   * @param names what exists
   */
  public static List<String> to(String wanted, Collection<String> names) {
    String low = wanted.toLowerCase(Locale.ROOT);
    List<Candidate> candidates = new ArrayList<>();
    for (String name : names) {
      int distance = distance(low, name.toLowerCase(Locale.ROOT));
      if (distance <= Math.max(2, low.length() / 2)) {
        candidates.add(new Candidate(name, distance));
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
    List<String> nearest = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (nearest.size() < SHOWN) {
        nearest.add(candidate.name());
      }
    }
    return List.copyOf(nearest);
  }

  /** {@return "a, b or c" as a next step, or the other sentence when nothing is near} */
  public static String orElse(List<String> nearest, String otherwise) {
    return nearest.isEmpty() ? otherwise : "Did you mean " + String.join(", ", nearest) + "?";
  }

  /** Edits that turn one into the other; a name that holds the other whole counts as near. */
  private static int distance(String wanted, String name) {
    if (name.contains(wanted) || (name.length() > 3 && wanted.contains(name))) {
      return 1;
    }
    int[] above = new int[name.length() + 1];
    for (int column = 0; column <= name.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= wanted.length(); row++) {
      int[] current = new int[name.length() + 1];
      current[0] = row;
      for (int column = 1; column <= name.length(); column++) {
        int same = wanted.charAt(row - 1) == name.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(Math.min(current[column - 1], above[column]) + 1, above[column - 1] + same);
      }
      above = current;
    }
    return above[name.length()];
  }
}
