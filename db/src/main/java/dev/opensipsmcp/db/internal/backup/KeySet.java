package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Value;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys of rows: eight bytes for each that is one whole number, as OpenSIPS's tables have them. Used
 * by one thread.
 */
final class KeySet {
  private long[] numbers = new long[64];
  private int count;
  private boolean sorted = true;
  private final Set<List<Value>> others = new HashSet<>();

  void add(List<Value> key) {
    if (isNumber(key)) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      numbers[count++] = number(key);
      sorted = false;
    } else {
      others.add(key);
    }
  }

  boolean contains(List<Value> key) {
    if (!isNumber(key)) {
      return others.contains(key);
    }
    if (!sorted) {
      Arrays.sort(numbers, 0, count);
      sorted = true;
    }
    return Arrays.binarySearch(numbers, 0, count, number(key)) >= 0;
  }

  private static boolean isNumber(List<Value> key) {
    return key.size() == 1
        && key.getFirst() instanceof Value.Whole whole
        && whole.number().bitLength() < Long.SIZE;
  }

  private static long number(List<Value> key) {
    return ((Value.Whole) key.getFirst()).number().longValue();
  }
}
