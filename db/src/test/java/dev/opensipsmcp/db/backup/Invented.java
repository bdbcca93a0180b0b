package dev.opensipsmcp.db.backup;

import static dev.opensipsmcp.db.testing.TestDatabase.require;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes rows up: any table's, with texts that statements and encodings stumble over. */
final class Invented {
  private static final List<String> HOSTILE =
      List.of(
          "plain",
          "",
          "O'Brien \"x\" `y` \\z\\",
          "'; DROP TABLE subscriber; --",
          "\u00fc\u0416\u4e2d\ud83d\udcde",
          "tab\tand\nline\r\nends\u2028",
          "{\"table\":\"x\"}",
          "%_!\u0001\u007f");

  private final Random random;
  private final Version version;

  Invented(Version version, long seed) {
    this.version = version;
    this.random = new Random(seed);
  }

  /** Puts so many rows into every table that has a number for each row. */
  void fill(Database database, int rows) {
    for (Table table : Facts.of(version).tables()) {
      if (table.primaryKey().stream().anyMatch(Column::autoIncrement)) {
        fill(database, table.name(), 1, rows);
      }
    }
  }

  /** Puts rows of these numbers into a table. */
  void fill(Database database, String name, long first, int rows) {
    Table table = Facts.of(version).table(name).orElseThrow();
    List<RowChange> changes = new ArrayList<>();
    for (long number = first; number < first + rows; number++) {
      changes.add(new RowChange.Insert(table, row(table, number), List.of()));
    }
    require(database.writes().rows().apply(changes));
  }

  private Row row(Table table, long number) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      values.put(column.name(), value(table, column, number));
    }
    return new Row(values);
  }

  private Value value(Table table, Column column, long number) {
    if (column.primary()) {
      return Value.of(number * 3);
    }
    boolean unique =
        table.indexes().stream()
            .anyMatch(index -> index.unique() && index.columns().contains(column.name()));
    if (column.nullable() && !unique && random.nextInt(4) == 0) {
      return Value.NULL;
    }
    return switch (column.type()) {
      case STRING, TEXT -> unique ? Value.of(fitted("u" + number, column)) : text(column);
      case CHAR -> Value.of(random.nextInt(2));
      case SHORT, UNSIGNED_SHORT, INT, UNSIGNED_INT ->
          Value.of(unique ? number : random.nextInt(100));
      case LONG, UNSIGNED_LONG -> Value.of(random.nextLong(Long.MAX_VALUE));
      case FLOAT, DOUBLE -> new Value.Real(BigDecimal.valueOf(random.nextInt(400) * 25L, 2));
      case DATETIME ->
          new Value.Moment(LocalDateTime.of(2026, 1, 1, 0, 0, 0).plusSeconds(random.nextInt()));
      case BINARY -> Value.of(bytes());
    };
  }

  private Value text(Column column) {
    return Value.of(fitted(HOSTILE.get(random.nextInt(HOSTILE.size())), column));
  }

  /** Cut to the column's size; MariaDB keeps no space at the end of a CHAR. */
  private static String fitted(String text, Column column) {
    int size = column.size() == 0 ? Integer.MAX_VALUE : column.size();
    if (text.codePointCount(0, text.length()) <= size) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, size)).stripTrailing();
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }
}
