package dev.opensipsmcp.db;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row, or a part of one.
 *
 * @param values by column, in the table's order; a column that is not there is not meant
 */
public record Row(Map<String, Value> values) {
  public Row {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** {@return a row of one column} */
  public static Row of(String column, Value value) {
    return new Row(Map.of(column, value));
  }

  /** {@return this with one more column, or another value in it} */
  public Row with(String column, Value value) {
    Map<String, Value> more = new LinkedHashMap<>(values);
    more.put(column, value);
    return new Row(more);
  }

  /** {@return this with the other row's values over its own} */
  public Row with(Row other) {
    Map<String, Value> more = new LinkedHashMap<>(values);
    more.putAll(other.values);
    return new Row(more);
  }

  /** {@return the value of a column; NULL when the row does not have it} */
  public Value value(String column) {
    return values.getOrDefault(column, Value.NULL);
  }

  /** {@return the column as text; empty for NULL} */
  public String text(String column) {
    return value(column).shown();
  }

  /** {@return whether the row has a value other than NULL there} */
  public boolean has(String column) {
    return !(value(column) instanceof Value.Null);
  }

  /** {@return the columns of these names, where the row has them} */
  public Row only(Iterable<String> columns) {
    Map<String, Value> some = new LinkedHashMap<>();
    for (String column : columns) {
      if (values.containsKey(column)) {
        some.put(column, value(column));
      }
    }
    return new Row(some);
  }
}
