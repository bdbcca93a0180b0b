package dev.opensipsmcp.facts;

import java.util.List;

/**
 * Names that only one of two versions has.
 *
 * @param added those only the later one has, sorted
 * @param removed those only the earlier one has, sorted
 */
public record Difference(List<String> added, List<String> removed) {
  public Difference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** {@return whether both versions have the same names} */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }
}
