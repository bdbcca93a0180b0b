package dev.opensipsmcp.db.internal.sql;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.TableIndex;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The name of a table, a column or an index. It comes from the facts, from this program's own text
 * or from the database's catalogue, never from a caller, and is quoted all the same.
 */
public final class SqlName {
  /** Where OpenSIPS's scripts for SQLite leave the table out of an index's name. */
  private static final int LONGEST_INDEX = 30;

  private final String name;

  /** Whether it is a name that OpenSIPS writes without quotes, which PostgreSQL makes small. */
  private final boolean folded;

  private SqlName(String name, boolean folded) {
    this.name = name;
    this.folded = folded;
  }

  /** {@return a table's name} */
  public static SqlName of(Table table) {
    return new SqlName(table.name(), true);
  }

  /** {@return a column's name} */
  public static SqlName of(Column column) {
    return new SqlName(column.name(), true);
  }

  /** {@return a name that stands in the program} */
  public static SqlName of(@CompileTimeConstant String name) {
    return new SqlName(name, true);
  }

  /** {@return a name made of a table's and a word of the program, as indexes have it} */
  public static SqlName of(Table table, @CompileTimeConstant String suffix) {
    return new SqlName(table.name() + suffix, true);
  }

  /** {@return a name of the program's own with a number behind it, such as {@code c1}} */
  public static SqlName of(@CompileTimeConstant String word, int number) {
    return new SqlName(word + number, true);
  }

  /** {@return an index's name, as OpenSIPS's own scripts of the dialect have it} */
  public static SqlName of(Table table, TableIndex index, Dialect dialect) {
    String whole = table.name() + "_" + index.name();
    return new SqlName(
        switch (dialect) {
          case MARIADB -> index.name();
          case POSTGRESQL -> whole;
          case SQLITE -> whole.length() > LONGEST_INDEX ? "ORA_" + index.name() : whole;
        },
        true);
  }

  /** {@return the name of the sequence that PostgreSQL makes for a numbered column} */
  public static SqlName sequence(Table table, Column column) {
    return new SqlName(table.name() + "_" + column.name() + "_seq", true);
  }

  /** {@return names of columns of this table, in this order} */
  public static List<SqlName> of(Table table, List<String> columns) {
    return columns.stream().map(it -> of(table.column(it).orElseThrow())).toList();
  }

  /**
   * {@return the names that the database's catalogue lists}
   *
   * @param rows a result of {@link DatabaseMetaData}
   * @param label the column of it that holds the names
   * @throws SQLException when the catalogue can't be read
   */
  public static List<SqlName> listed(ResultSet rows, @CompileTimeConstant String label)
      throws SQLException {
    List<SqlName> names = new ArrayList<>();
    while (rows.next()) {
      names.add(listedHere(rows, label));
    }
    return names;
  }

  /** {@return the name in the catalogue's present row} */
  public static SqlName listedHere(ResultSet rows, @CompileTimeConstant String label)
      throws SQLException {
    String name = rows.getString(label);
    return new SqlName(name == null ? "" : name, false);
  }

  /** A name that a query of the catalogue gave. */
  static SqlName listed(String name) {
    return new SqlName(name, false);
  }

  /** {@return the bare name} */
  public String text() {
    return name;
  }

  /** {@return the name as the dialect's catalogue has it} */
  public String text(Dialect dialect) {
    return folded && dialect == Dialect.POSTGRESQL ? name.toLowerCase(Locale.ROOT) : name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlName that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
