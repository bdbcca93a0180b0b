package dev.opensipsmcp.lab.internal.state;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.lab.LabTables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The node's database, its own or one from outside, and what modules read from it last. A module
 * reads its rows when the node starts and when it is told to reload, and at no other time: a row
 * that was put here since then is not active yet. Safe for many threads, since tests write while
 * commands run.
 */
public final class Tables {
  private final Facts facts;
  private final Optional<LabTables> outside;
  private final Map<String, List<Row>> rows = new TreeMap<>();
  private final Map<String, List<Row>> loaded = new TreeMap<>();

  /**
   * A database.
   *
   * @param facts the version's tables, read at the first {@link #check}
   * @param outside where rows come from; the node's own database, empty at first, when empty
   */
  public Tables(Facts facts, Optional<LabTables> outside) {
    this.facts = facts;
    this.outside = outside;
  }

  /** {@return whether the rows come from outside} */
  public boolean fromOutside() {
    return outside.isPresent();
  }

  /** {@return the tables that have had rows, and those that were loaded, sorted} */
  public synchronized List<String> names() {
    TreeMap<String, List<Row>> all = new TreeMap<>(rows);
    all.putAll(loaded);
    return List.copyOf(all.keySet());
  }

  /**
   * {@return a table's rows, in the order in which they were inserted}
   *
   * @param table its name
   * @throws QueryFailed when the database from outside did not answer
   */
  public List<Row> rows(String table) {
    if (outside.isEmpty()) {
      synchronized (this) {
        return List.copyOf(rows.getOrDefault(table, List.of()));
      }
    }
    try {
      return outside.get().rows(table).stream().map(Row::new).toList();
    } catch (RuntimeException e) {
      throw new QueryFailed(table, e);
    }
  }

  /**
   * {@return the rows by table, which count as loaded from now on} Nothing does when one of the
   * tables could not be read.
   *
   * @param tables their names
   * @throws QueryFailed when the database from outside did not answer
   */
  public Map<String, List<Row>> load(String... tables) {
    Map<String, List<Row>> fresh = new LinkedHashMap<>();
    for (String table : tables) {
      fresh.put(table, rows(table));
    }
    synchronized (this) {
      loaded.putAll(fresh);
    }
    return fresh;
  }

  /**
   * {@return the rows of one table, which count as loaded from now on}
   *
   * @param table its name
   * @throws QueryFailed when the database from outside did not answer
   */
  public List<Row> loadOne(String table) {
    return load(table).getOrDefault(table, List.of());
  }

  /**
   * Has rows count as loaded that a module has read and could use.
   *
   * @param as the table's name, or that of what was made of it
   * @param fresh the rows
   */
  public synchronized void took(String as, List<Row> fresh) {
    loaded.put(as, List.copyOf(fresh));
  }

  /**
   * Reads some rows of a table anew; those that are loaded and are not meant stay.
   *
   * @param as under which name they count as loaded
   * @param table the table's name
   * @param which the rows that are meant
   * @return how many there are now
   * @throws QueryFailed when the database from outside did not answer
   */
  public int loadSome(String as, String table, Predicate<Row> which) {
    List<Row> fresh = rows(table).stream().filter(which).toList();
    synchronized (this) {
      List<Row> all = new ArrayList<>(loaded(as));
      all.removeIf(which);
      all.addAll(fresh);
      loaded.put(as, List.copyOf(all));
    }
    return fresh.size();
  }

  /**
   * {@return the rows that a module read last}
   *
   * @param table the table's name
   */
  public synchronized List<Row> loaded(String table) {
    return loaded.getOrDefault(table, List.of());
  }

  /**
   * Puts the demonstration's rows into a table; a database from outside has its own.
   *
   * @param table its name
   * @param added the rows
   */
  public void seed(String table, Row... added) {
    if (outside.isEmpty()) {
      insert(table, added);
    }
  }

  /**
   * Puts rows at the end of a table.
   *
   * @param table its name
   * @param added the rows
   * @throws IllegalStateException when the database is from outside
   */
  public synchronized void insert(String table, Row... added) {
    own().computeIfAbsent(table, none -> new ArrayList<>()).addAll(List.of(added));
  }

  /**
   * Takes rows out of a table.
   *
   * @param table its name
   * @param column the column to look at
   * @param value what it must be
   * @return how many rows went
   * @throws IllegalStateException when the database is from outside
   */
  public int delete(String table, String column, String value) {
    return delete(table, row -> row.text(column).equals(value));
  }

  /**
   * Takes rows out of a table.
   *
   * @param table its name
   * @param which the rows to take
   * @return how many rows went
   * @throws IllegalStateException when the database is from outside
   */
  public synchronized int delete(String table, Predicate<Row> which) {
    List<Row> all = own().computeIfAbsent(table, none -> new ArrayList<>());
    int before = all.size();
    all.removeIf(which);
    return before - all.size();
  }

  /**
   * Writes a row over others, or as a new one; it keeps the number of the row that was there.
   *
   * @param table its name
   * @param which the rows that it replaces
   * @param row the new one
   * @throws IllegalStateException when the database is from outside
   */
  public synchronized void replace(String table, Predicate<Row> which, Row row) {
    List<Row> all = own().computeIfAbsent(table, none -> new ArrayList<>());
    Optional<Row> old = all.stream().filter(which).findFirst();
    int place = old.map(all::indexOf).orElse(all.size());
    int number = all.stream().mapToInt(one -> one.number("id")).max().orElse(0) + 1;
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("id", old.map(one -> one.text("id")).orElse(Integer.toString(number)));
    columns.putAll(row.columns());
    all.add(place, new Row(columns));
    old.ifPresent(all::remove);
  }

  private Map<String, List<Row>> own() {
    if (outside.isPresent()) {
      throw new IllegalStateException("the node's tables are from outside: write them there");
    }
    return rows;
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
