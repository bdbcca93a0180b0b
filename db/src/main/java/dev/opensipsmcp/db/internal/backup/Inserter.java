package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Repeated;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts rows in, many by one statement: one a statement takes several times as long. Used by one
 * thread.
 */
final class Inserter implements AutoCloseable {
  /** Rows of one statement, at most. */
  private static final int ROWS = 250;

  /** Parameters of one statement, at most; SQLite takes no more than 32,766. */
  private static final int PARAMETERS = 20_000;

  /** Characters and bytes of one statement, about; MariaDB refuses too large ones. */
  private static final long SIZE = 1_000_000;

  private final Session session;
  private final LiveTable table;
  private final List<LiveColumn> columns;
  private final int most;
  private final List<Value> many = new ArrayList<>();
  private int rows;
  private long size;
  private final Repeated one;
  private final Repeated several;

  Inserter(Session session, LiveTable table, List<LiveColumn> columns) throws SQLException {
    this.session = session;
    this.table = table;
    this.columns = columns;
    this.most = Math.clamp(PARAMETERS / Math.max(1, columns.size()), 1, ROWS);
    this.one = session.repeated(shape(1));
    this.several = session.repeated(shape(most));
  }

  void add(List<Value> row) throws SQLException {
    many.addAll(row);
    rows++;
    for (Value value : row) {
      size += size(value);
    }
    if (rows == most || size > SIZE) {
      flush();
    }
  }

  /** Puts in what is left. */
  void flush() throws SQLException {
    if (rows == most && size <= 2 * SIZE) {
      several.update(many);
    } else if (rows > 0) {
      int width = columns.size();
      for (int at = 0; at < rows; at++) {
        one.add(many.subList(at * width, (at + 1) * width));
      }
      one.runAdded();
    }
    many.clear();
    rows = 0;
    size = 0;
  }

  private static long size(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.length();
      case Value.Bytes bytes -> 2L * bytes.size();
      case Value.Null _, Value.Whole _, Value.Real _, Value.Moment _ -> 8;
    };
  }

  private Sql shape(int count) {
    List<Sql> values = new ArrayList<>();
    for (int at = 0; at < columns.size(); at++) {
      values.add(Sql.empty().value(Value.NULL));
    }
    Sql row = Sql.of("(").sql(Sql.joined(values, ", ")).words(")");
    List<Sql> all = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      all.add(row);
    }
    return Sql.of("INSERT INTO ")
        .name(table.name())
        .words(" (")
        .names(Dump.names(columns))
        .words(") VALUES ")
        .sql(Sql.joined(all, ", "));
  }

  /** {@return where the rows go} */
  Session session() {
    return session;
  }

  @Override
  public void close() throws SQLException {
    one.close();
    several.close();
  }
}
