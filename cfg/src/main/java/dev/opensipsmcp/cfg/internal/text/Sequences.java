package dev.opensipsmcp.cfg.internal.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How two sequences differ. What stands once in both is matched first, in its longest common order
 * (patience diff), which keeps routes and blocks together; between those, Myers's shortest way of
 * edits is looked for, as long as that costs little. Time and memory grow with the size of the
 * sequences, not with its square: a part in which too much differs is replaced as a whole.
 */
public final class Sequences {
  private final int[] before;
  private final int[] after;
  private final boolean[] kept;
  private final boolean[] keptAfter;

  private Sequences(int[] before, int[] after) {
    this.before = before;
    this.after = after;
    this.kept = new boolean[before.length];
    this.keptAfter = new boolean[after.length];
  }

  /**
   * {@return the parts that differ, in order, never touching each other}
   *
   * @param before the first sequence, of values with equals and hash code
   * @param after the second one
   */
  public static List<Gap> gaps(List<?> before, List<?> after) {
    Map<Object, Integer> numbers = new HashMap<>();
    Sequences sequences = new Sequences(numbered(before, numbers), numbered(after, numbers));
    sequences.match();
    return sequences.gaps();
  }

  private static int[] numbered(List<?> values, Map<Object, Integer> numbers) {
    int[] result = new int[values.size()];
    int at = 0;
    for (Object value : values) {
      result[at++] = numbers.computeIfAbsent(value, _ -> numbers.size());
    }
    return result;
  }

  private void match() {
    // each round of anchors looks at a part once; there are few rounds unless somebody wants many
    long rounds = 64L * (before.length + after.length);
    Deque<Gap> open = new ArrayDeque<>();
    open.push(new Gap(0, before.length, 0, after.length));
    while (!open.isEmpty()) {
      Gap part = trimmed(open.pop());
      if (part.oldFrom() == part.oldTo() || part.newFrom() == part.newTo()) {
        continue;
      }
      rounds -= part.oldTo() - part.oldFrom() + part.newTo() - part.newFrom();
      List<int[]> anchors = rounds < 0 ? List.of() : anchors(part);
      if (anchors.isEmpty()) {
        new Myers(before, after, part).match(this::keep);
        continue;
      }
      int left = part.oldFrom();
      int right = part.newFrom();
      for (int[] anchor : anchors) {
        keep(anchor[0], anchor[1]);
        open.push(new Gap(left, anchor[0], right, anchor[1]));
        left = anchor[0] + 1;
        right = anchor[1] + 1;
      }
      open.push(new Gap(left, part.oldTo(), right, part.newTo()));
    }
  }

  private void keep(int left, int right) {
    kept[left] = true;
    keptAfter[right] = true;
  }

  /** Matches what is alike at both ends. */
  private Gap trimmed(Gap part) {
    int left = part.oldFrom();
    int right = part.newFrom();
    int leftEnd = part.oldTo();
    int rightEnd = part.newTo();
    while (left < leftEnd && right < rightEnd && before[left] == after[right]) {
      keep(left++, right++);
    }
    while (left < leftEnd && right < rightEnd && before[leftEnd - 1] == after[rightEnd - 1]) {
      keep(--leftEnd, --rightEnd);
    }
    return new Gap(left, leftEnd, right, rightEnd);
  }

  /** {@return what stands once in both, in the longest order that both have in common} */
  private List<int[]> anchors(Gap part) {
    Map<Integer, Integer> once = once(after, part.newFrom(), part.newTo());
    List<int[]> pairs = new ArrayList<>();
    Map<Integer, Integer> left = once(before, part.oldFrom(), part.oldTo());
    for (int i = part.oldFrom(); i < part.oldTo(); i++) {
      int other = once.getOrDefault(before[i], -1);
      if (other >= 0 && left.getOrDefault(before[i], -1) >= 0) {
        pairs.add(new int[] {i, other});
      }
    }
    return rising(pairs);
  }

  private static Map<Integer, Integer> once(int[] values, int from, int to) {
    Map<Integer, Integer> places = HashMap.newHashMap(to - from);
    for (int i = from; i < to; i++) {
      places.merge(values[i], i, (_, _) -> -1);
    }
    return places;
  }

  /** {@return the longest part whose second numbers rise, found by piling as in patience} */
  private static List<int[]> rising(List<int[]> pairs) {
    int[] tops = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int piles = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = piles;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(tops[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tops[low - 1];
      tops[low] = i;
      piles = Math.max(piles, low + 1);
    }
    List<int[]> result = new ArrayList<>(piles);
    for (int i = piles == 0 ? -1 : tops[piles - 1]; i >= 0; i = previous[i]) {
      result.add(pairs.get(i));
    }
    Collections.reverse(result);
    return result;
  }

  private List<Gap> gaps() {
    List<Gap> result = new ArrayList<>();
    int left = 0;
    int right = 0;
    while (left < before.length || right < after.length) {
      int leftEnd = end(kept, left);
      int rightEnd = end(keptAfter, right);
      if (leftEnd > left || rightEnd > right) {
        result.add(new Gap(left, leftEnd, right, rightEnd));
      }
      left = leftEnd + 1;
      right = rightEnd + 1;
    }
    return List.copyOf(result);
  }

  private static int end(boolean[] kept, int from) {
    int end = Math.min(from, kept.length);
    while (end < kept.length && !kept[end]) {
      end++;
    }
    return end;
  }
}
