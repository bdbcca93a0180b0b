package dev.opensipsmcp.lab.internal.state;

import dev.opensipsmcp.facts.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The node's database. A module reads its rows when the node starts and when it is told to reload,
 * and at no other time: a row that was put here since then is not active yet. Safe for many
 * threads, since tests write while commands run.
 */
public final class Tables {
  private final Facts facts;
  private final Map<String, List<Row>> rows = new TreeMap<>();

  /**
   * An empty database.
   *
   * @param facts the version's tables, read at the first {@link #check}
   */
  public Tables(Facts facts) {
    this.facts = facts;
  }

  /** {@return the tables that have had rows, sorted} */
  public synchronized List<String> names() {
    return List.copyOf(rows.keySet());
  }

  /**
   * {@return a table's rows, in the order in which they were inserted}
   *
   * @param table its name
   */
  public synchronized List<Row> rows(String table) {
    return List.copyOf(rows.getOrDefault(table, List.of()));
  }

  /**
   * Puts rows at the end of a table.
   *
   * @param table its name
   * @param added the rows
   */
  public synchronized void insert(String table, Row... added) {
    rows.computeIfAbsent(table, none -> new ArrayList<>()).addAll(List.of(added));
  }

  /**
   * Takes rows out of a table.
   *
   * @param table its name
   * @param column the column to look at
   * @param value what it must be
   * @return how many rows went
   */
  public synchronized int delete(String table, String column, String value) {
    List<Row> all = rows.computeIfAbsent(table, none -> new ArrayList<>());
    int before = all.size();
    all.removeIf(row -> row.text(column).equals(value));
    return before - all.size();
  }

  /**
   * Sees to it that the version has such columns.
   *
   * @param table a table's name
   * @param columns its columns' names
   * @throws IllegalArgumentException when it has not
   */
  public void check(String table, Collection<String> columns) {
    for (String column : columns) {
      if (facts.table(table).flatMap(known -> known.column(column)).isEmpty()) {
        throw new IllegalArgumentException("no " + table + "." + column + " in this version");
      }
    }
  }
}
