package dev.opensipsmcp.db;

import java.util.List;
import java.util.Optional;

/**
 * How a database means to carry out a statement, as its planner says. The names are those of tables
 * and of what the statement itself calls its parts.
 *
 * @param steps how each table is read
 */
public record QueryPlan(List<Step> steps) {
  public QueryPlan {
    steps = List.copyOf(steps);
  }

  /** How rows of a table are come by. */
  public enum Access {
    /** A part of an index says which. */
    INDEX,
    /** An index is read from end to end, unless a limit ends it. */
    WHOLE_INDEX,
    /** The table is read from end to end. */
    WHOLE_TABLE;
  }

  /**
   * One table's reading.
   *
   * @param table its name, or the name that the statement gives it
   * @param access how
   * @param index by which index; empty when by none
   * @param rows how many rows the planner expects; empty when it does not say
   */
  public record Step(String table, Access access, Optional<String> index, Optional<Long> rows) {}
}
