package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.cdr.CdrColumn;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of CDRs as the catalogue has it.
 *
 * @param name its name
 * @param columns those whose meaning is known
 * @param guessed those of them that were guessed by their names
 * @param extra all others
 * @param texts the names of columns that hold text
 * @param indexed the names of columns that an index begins with
 */
record CdrTable(
    SqlName name,
    Map<CdrColumn, SqlName> columns,
    Set<CdrColumn> guessed,
    List<SqlName> extra,
    Set<String> texts,
    Set<String> indexed) {
  CdrTable {
    Map<CdrColumn, SqlName> ordered = new EnumMap<>(CdrColumn.class);
    ordered.putAll(columns);
    columns = Collections.unmodifiableMap(ordered);
    guessed = Set.copyOf(guessed);
    extra = List.copyOf(extra);
    texts = Set.copyOf(texts);
    indexed = Set.copyOf(indexed);
  }

  Optional<SqlName> maybe(CdrColumn column) {
    return Optional.ofNullable(columns.get(column));
  }

  boolean has(CdrColumn column) {
    return columns.containsKey(column);
  }

  /** {@return the name of a column that was made sure of before} */
  SqlName column(CdrColumn column) {
    return maybe(column)
        .orElseThrow(() -> new IllegalStateException("No column is known for " + column));
  }

  boolean holdsText(SqlName column) {
    return texts.contains(column.text());
  }
}
