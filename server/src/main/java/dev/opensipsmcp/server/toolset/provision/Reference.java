package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where rows of another table name a row of this one.
 *
 * @param table the other table
 * @param columns its columns
 * @param named the columns of this table that they name, in the same order
 * @param form how they name it
 */
public record Reference(String table, List<String> columns, List<String> named, Form form) {
  public Reference {
    columns = List.copyOf(columns);
    named = List.copyOf(named);
  }

  /** How a column names a row. */
  public enum Form {
    /** It holds the same value. */
    EQUAL,
    /** It holds a list of gateways, such as {@code gw1=10;gw2,#carrier1}. */
    GATEWAYS,
    /** It holds such a list, and names carriers by {@code #}. */
    CARRIERS,
    /** It holds names with commas between them. */
    NAMES,
    /** It holds one name, of those that this table's column holds with commas between them. */
    OFFERED
  }

  /** {@return that the columns of the other table hold the same as those of this} */
  public static Reference equal(String table, List<String> columns, List<String> named) {
    return new Reference(table, columns, named, Form.EQUAL);
  }

  /** {@return that a column of the other table holds a list with this table's column in it} */
  public static Reference listed(String table, String column, String named, Form form) {
    return new Reference(table, List.of(column), List.of(named), form);
  }

  /** {@return that a column of the other table holds one of the names that this column lists} */
  public static Reference offered(String table, String column, String named) {
    return new Reference(table, List.of(column), List.of(named), Form.OFFERED);
  }

  /** {@return whether the other table's columns hold one name, not a list} */
  boolean single() {
    return form == Form.EQUAL || form == Form.OFFERED;
  }

  /** {@return whether a row's columns hold these values; case does not count} */
  static boolean holds(Row row, List<String> columns, List<Value> values) {
    return IntStream.range(0, values.size())
        .allMatch(at -> row.text(columns.get(at)).equalsIgnoreCase(values.get(at).shown()));
  }

  /** {@return the names that a column's text holds} */
  static List<String> names(String text, Form form) {
    List<String> names = new ArrayList<>();
    for (String part : text.split(form == Form.EQUAL ? "\0" : "[,;]", -1)) {
      String name = part.strip();
      switch (form) {
        case EQUAL, NAMES, OFFERED -> names.add(name);
        case GATEWAYS -> {
          if (!name.startsWith("#")) {
            names.add(withoutWeight(name));
          }
        }
        case CARRIERS -> {
          if (name.startsWith("#")) {
            names.add(withoutWeight(name.substring(1)));
          }
        }
      }
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  private static String withoutWeight(String name) {
    int equal = name.indexOf('=');
    return (equal < 0 ? name : name.substring(0, equal)).strip();
  }
}
