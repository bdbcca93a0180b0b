package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Value;
import java.util.List;

/**
 * What a row of a backup is to the rows that are there.
 *
 * @param row the row, fitted to the table
 * @param kind what it is
 * @param partner the identity of the row that is there and is meant; empty when there is none
 */
record Match(List<Value> row, Kind kind, List<Value> partner) {
  /** What a row can be. */
  enum Kind {
    SAME,
    DIFFERENT,
    MISSING,
    /** It is missing, and another row has its number. */
    NUMBER_TAKEN
  }

  static Match missing(Value[] row) {
    return new Match(List.of(row), Kind.MISSING, List.of());
  }
}
