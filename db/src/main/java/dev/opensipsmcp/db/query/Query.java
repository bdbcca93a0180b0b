package dev.opensipsmcp.db.query;

import java.time.Duration;

/**
 * A query of a caller's own.
 *
 * @param text one SELECT
 * @param limit how many rows at most, at least 1
 * @param timeout how long its statement may take
 */
public record Query(String text, int limit, Duration timeout) {
  public Query {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: at least 1, not " + limit);
    }
  }
}
