package dev.opensipsmcp.db.internal.sql;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One statement that is run with many sets of parameters. Used by one thread. */
public final class Repeated implements AutoCloseable {
  private final PreparedStatement statement;
  private final Dialect dialect;
  private final Watchdog watchdog;
  private final Duration timeout;

  Repeated(PreparedStatement statement, Dialect dialect, Watchdog watchdog, Duration timeout) {
    this.statement = statement;
    this.dialect = dialect;
    this.watchdog = watchdog;
    this.timeout = timeout;
  }

  /** Adds a set of parameters to those that {@link #runAdded} takes. */
  public void add(List<Value> values) throws SQLException {
    Values.bind(statement, values, dialect);
    statement.addBatch();
  }

  /** Runs it with all that were added. */
  public void runAdded() throws SQLException {
    try (Watchdog.Watch _ = watchdog.watch(statement, timeout)) {
      statement.executeBatch();
    }
  }

  /** {@return how many rows it touched} */
  public int update(List<Value> values) throws SQLException {
    Values.bind(statement, values, dialect);
    try (Watchdog.Watch _ = watchdog.watch(statement, timeout)) {
      return statement.executeUpdate();
    }
  }

  /** {@return the rows, in arrays of the query's columns; known to be few} */
  public List<Value[]> rows(List<Value> values) throws SQLException {
    Values.bind(statement, values, dialect);
    List<Value[]> all = new ArrayList<>();
    try (Watchdog.Watch _ = watchdog.watch(statement, timeout);
        ResultSet rows = statement.executeQuery()) {
      Values.Reader reader = new Values.Reader(rows, dialect);
      while (rows.next()) {
        all.add(reader.cells().clone());
      }
    }
    return all;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
