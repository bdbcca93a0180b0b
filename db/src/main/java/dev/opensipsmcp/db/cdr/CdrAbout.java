package dev.opensipsmcp.db.cdr;

import dev.opensipsmcp.db.QueryPlan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an answer was made of.
 *
 * @param table the table
 * @param window the window that was looked at
 * @param columns the columns that were understood
 * @param guessed those of them that were guessed by their names
 * @param access how the database read its tables
 * @param warnings what the reader should know, such as an index that is missing
 */
public record CdrAbout(
    String table,
    CdrWindow window,
    Map<CdrColumn, String> columns,
    Set<CdrColumn> guessed,
    List<QueryPlan.Step> access,
    List<String> warnings) {
  public CdrAbout {
    Map<CdrColumn, String> ordered = new EnumMap<>(CdrColumn.class);
    ordered.putAll(columns);
    columns = Collections.unmodifiableMap(ordered);
    guessed = Set.copyOf(guessed);
    access = List.copyOf(access);
    warnings = List.copyOf(warnings);
  }
}
