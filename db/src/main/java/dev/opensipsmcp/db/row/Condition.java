package dev.opensipsmcp.db.row;

import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Column;

/** What a row must be like. Texts are compared as the database's collation compares them. */
public sealed interface Condition {

  /** {@return the column that is looked at} */
  Column column();

  /**
   * The column is this; NULL is like NULL.
   *
   * @param column the column
   * @param value what it must be
   */
  record Equal(Column column, Value value) implements Condition {}

  /**
   * The column begins so.
   *
   * @param column a column of text
   * @param start how
   */
  record Begins(Column column, String start) implements Condition {}

  /**
   * The column has this somewhere.
   *
   * @param column a column of text
   * @param part what
   */
  record Contains(Column column, String part) implements Condition {}
}
