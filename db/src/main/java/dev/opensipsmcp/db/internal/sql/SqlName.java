package dev.opensipsmcp.db.internal.sql;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of a table, a column or an index. It comes from the facts, from this program's own text
 * or from the database's catalogue, never from a caller, and is quoted all the same.
 */
public final class SqlName {
  private final String name;

  private SqlName(String name) {
    this.name = name;
  }

  /** {@return a table's name} */
  public static SqlName of(Table table) {
    return new SqlName(table.name());
  }

  /** {@return a column's name} */
  public static SqlName of(Column column) {
    return new SqlName(column.name());
  }

  /** {@return a name that stands in the program} */
  public static SqlName of(@CompileTimeConstant String name) {
    return new SqlName(name);
  }

  /** {@return a name made of a table's and a word of the program, as indexes have it} */
  public static SqlName of(Table table, @CompileTimeConstant String suffix) {
    return new SqlName(table.name() + suffix);
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
    return new SqlName(name == null ? "" : name);
  }

  /** {@return the bare name} */
  public String text() {
    return name;
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
