package dev.opensipsmcp.db.cdr;

import java.util.Map;

/**
 * Which table holds the CDRs, and which of its columns mean what. Both names are looked up in the
 * database's catalogue before any statement is made of them.
 *
 * @param table the table
 * @param columns the names of columns whose meaning is known; the others are guessed by their names
 */
public record CdrSource(String table, Map<CdrColumn, String> columns) {
  /** Module acc's own table. */
  public static final CdrSource ACC = of("acc");

  /** Module acc's table of calls that failed. */
  public static final CdrSource MISSED = of("missed_calls");

  public CdrSource {
    columns = Map.copyOf(columns);
  }

  /** {@return a table whose columns are guessed by their names} */
  public static CdrSource of(String table) {
    return new CdrSource(table, Map.of());
  }
}
