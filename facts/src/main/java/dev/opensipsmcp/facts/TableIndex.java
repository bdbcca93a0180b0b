package dev.opensipsmcp.facts;

import java.util.List;

/**
 * An index of a table.
 *
 * @param name its name, without the table's that some databases put before it
 * @param columns the names of its columns, in order
 * @param unique whether no two rows may be equal in them
 */
public record TableIndex(String name, List<String> columns, boolean unique) {
  public TableIndex {
    columns = List.copyOf(columns);
  }
}
