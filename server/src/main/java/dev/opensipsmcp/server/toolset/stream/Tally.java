package dev.opensipsmcp.server.toolset.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts things by one or more keys, in bounded memory however many there are.
 *
 * <p>The total is always exact. So is each count while there are at most twice as many different
 * keys as the capacity; beyond that, rare keys are dropped (the algorithm of Misra and Gries, in
 * batches): a key shown may have been counted up to {@link #shortfall} too low, and no key that
 * occurs more often than the shortfall is lost.
 */
public final class Tally {
  private static final int LONGEST_KEY = 160;

  /**
   * How often a key occurred.
   *
   * @param keys the key, in the order in which it was given to {@link #add}
   * @param count how often, at least 1
   */
  public record Count(List<String> keys, long count) {}

  /**
   * The most frequent keys.
   *
   * @param counts most frequent first; equally frequent ones in order of their keys
   * @param others how many things have none of these keys
   */
  public record Top(List<Count> counts, long others) {}

  private static final class Cell {
    private final List<String> keys;
    private long count;

    Cell(List<String> keys) {
      this.keys = keys;
    }
  }

  private final int capacity;

  /** By the one key as it is, or by the list of several. */
  private final Map<Object, Cell> cells = new HashMap<>();

  private long total;
  private long shortfall;

  private Tally(int capacity) {
    this.capacity = capacity;
  }

  /**
   * {@return an empty tally}
   *
   * @param capacity half of how many different keys are held at most, at least 1
   */
  public static Tally of(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: at least 1, not " + capacity);
    }
    return new Tally(capacity);
  }

  /**
   * Counts one thing.
   *
   * @param keys its key; each part is cut after 160 characters
   */
  public void add(String... keys) {
    List<String> all = Arrays.stream(keys).map(Tally::cut).toList();
    add(all.size() == 1 ? all.getFirst() : all, all);
  }

  /**
   * Counts one thing by a single key.
   *
   * @param key cut after 160 characters
   */
  public void add(String key) {
    Cell cell = cells.get(key);
    if (cell == null) {
      String cut = cut(key);
      add(cut, List.of(cut));
    } else {
      total++;
      cell.count++;
    }
  }

  private void add(Object key, List<String> keys) {
    total++;
    cells.computeIfAbsent(key, _ -> new Cell(keys)).count++;
    if (cells.size() > 2 * capacity) {
      prune();
    }
  }

  private static String cut(String key) {
    return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
  }

  private void prune() {
    long[] counts = cells.values().stream().mapToLong(cell -> cell.count).sorted().toArray();
    long least = counts[counts.length - capacity - 1];
    cells.values().removeIf(cell -> cell.count <= least);
    cells.values().forEach(cell -> cell.count -= least);
    shortfall += least;
  }

  /** {@return how many things were counted, exactly} */
  public long total() {
    return total;
  }

  /** {@return by how much a count may be too low at most; 0 when all are exact} */
  public long shortfall() {
    return shortfall;
  }

  /** {@return how many different keys are held} */
  public int keys() {
    return cells.size();
  }

  /**
   * {@return the most frequent keys}
   *
   * @param most how many, at least 0
   */
  public Top top(int most) {
    List<Count> all = new ArrayList<>(cells.size());
    cells.values().forEach(cell -> all.add(new Count(cell.keys, cell.count)));
    all.sort(
        Comparator.comparingLong(Count::count)
            .reversed()
            .thenComparing(count -> String.join("\0", count.keys())));
    List<Count> shown = List.copyOf(all.subList(0, Math.min(most, all.size())));
    return new Top(shown, total - shown.stream().mapToLong(Count::count).sum());
  }
}
