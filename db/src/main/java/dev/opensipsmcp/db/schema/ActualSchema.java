package dev.opensipsmcp.db.schema;

import dev.opensipsmcp.db.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a database's catalogue says.
 *
 * @param dialect the kind of database
 * @param server what the server calls itself, with its version
 * @param tables by name
 * @param versions what the table of that name says, by table
 */
public record ActualSchema(
    Dialect dialect,
    String server,
    Map<String, ActualTable> tables,
    Map<String, Integer> versions) {
  public ActualSchema {
    tables = new TreeMap<>(tables);
    versions = new TreeMap<>(versions);
  }

  /** {@return the table of this name} */
  public Optional<ActualTable> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** {@return the number that table {@code version} has for a table} */
  public Optional<Integer> version(String table) {
    return Optional.ofNullable(versions.get(table));
  }
}
