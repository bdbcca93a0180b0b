package dev.opensipsmcp.db.schema;

import java.util.List;

/**
 * An index that a database has; a primary key is one.
 *
 * @param name its name
 * @param columns the names of its columns, in order; an expression has an empty name
 * @param unique whether no two rows may be equal in them
 * @param whole whether it holds all rows, and all of each value
 */
public record ActualIndex(String name, List<String> columns, boolean unique, boolean whole) {
  public ActualIndex {
    columns = List.copyOf(columns);
  }

  /** {@return whether it serves whoever wants an index on these columns} */
  public boolean serves(List<String> wanted, boolean asUnique) {
    if (!whole || (asUnique && !unique)) {
      return false;
    }
    if (asUnique ? columns.size() != wanted.size() : columns.size() < wanted.size()) {
      return false;
    }
    for (int at = 0; at < wanted.size(); at++) {
      if (!columns.get(at).equalsIgnoreCase(wanted.get(at))) {
        return false;
      }
    }
    return true;
  }
}
