package dev.opensipsmcp.db.row;

import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Table;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a table are wanted, in the order of its primary key.
 *
 * @param table the table
 * @param where what all of them are like
 * @param after the primary key behind which they begin
 * @param limit how many at most, at least 1
 */
public record Select(Table table, List<Condition> where, Optional<Value> after, int limit) {
  public Select {
    where = List.copyOf(where);
    if (limit < 1) {
      throw new IllegalArgumentException("limit: at least 1, not " + limit);
    }
  }

  /** {@return the first rows that are like this} */
  public static Select first(Table table, List<Condition> where, int limit) {
    return new Select(table, where, Optional.empty(), limit);
  }
}
