package dev.opensipsmcp.facts;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name the default name
 * @param type the type, independent of the database
 * @param size characters, bytes or digits; 0 when the type alone tells
 * @param scale digits after the point
 * @param nullable whether it may be NULL
 * @param defaultValue the default that is not NULL, perhaps the empty string
 * @param primary whether it belongs to the primary key
 * @param autoIncrement whether the database numbers it
 */
public record Column(
    String name,
    Type type,
    int size,
    int scale,
    boolean nullable,
    Optional<String> defaultValue,
    boolean primary,
    boolean autoIncrement) {

  /** The type of a column, independent of the database. */
  public enum Type {
    CHAR,
    STRING,
    TEXT,
    BINARY,
    SHORT,
    UNSIGNED_SHORT,
    INT,
    UNSIGNED_INT,
    LONG,
    UNSIGNED_LONG,
    FLOAT,
    DOUBLE,
    DATETIME
  }
}
