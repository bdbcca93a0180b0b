package dev.opensipsmcp.db.testing;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows for any table, each other than the one before; every second one has no value it need not.
 */
public final class SomeRows {
  private SomeRows() {}

  /** {@return as many new rows as asked for, at most nine} */
  public static List<RowChange> of(Table table, int count) {
    List<RowChange> rows = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Row row = new Row(Map.of());
      for (Column column : table.columns()) {
        if (!column.autoIncrement() && !(column.nullable() && number % 2 == 0)) {
          row = row.with(column.name(), value(column, number));
        }
      }
      rows.add(new RowChange.Insert(table, row, List.of()));
    }
    return rows;
  }

  private static Value value(Column column, int number) {
    return switch (column.type()) {
      case STRING -> Value.of(column.size() < 8 ? "" + number : "caf\u00e9 '" + number);
      case TEXT -> Value.of("line\none; \\ \"" + number);
      case BINARY -> Value.of(("bytes" + number).getBytes(StandardCharsets.UTF_8));
      case CHAR, SHORT, UNSIGNED_SHORT, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG -> Value.of(number);
      case FLOAT, DOUBLE -> new Value.Real(new BigDecimal("0.5").multiply(new BigDecimal(number)));
      case DATETIME -> new Value.Moment(LocalDateTime.of(2026, 11, 20, 10, number, 30));
    };
  }
}
