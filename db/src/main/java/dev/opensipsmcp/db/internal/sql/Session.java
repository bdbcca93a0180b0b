package dev.opensipsmcp.db.internal.sql;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One connection while work is done on it: the only place where statements reach a driver. Used by
 * one thread.
 */
public final class Session {
  /** Rows that a driver fetches at once, so that no result is held whole. */
  private static final int FETCH = 1000;

  /** Of rows that may be large. */
  private static final int FEW = 20;

  private final Connection connection;
  private final Dialect dialect;
  private final Duration timeout;
  private final Watchdog watchdog;

  Session(Connection connection, Dialect dialect, Duration timeout, Watchdog watchdog) {
    this.connection = connection;
    this.dialect = dialect;
    this.timeout = timeout;
    this.watchdog = watchdog;
  }

  /** {@return the kind of database} */
  public Dialect dialect() {
    return dialect;
  }

  /** {@return the catalogue} */
  public DatabaseMetaData catalogue() throws SQLException {
    return connection.getMetaData();
  }

  /** {@return the catalogue's schema that unqualified names mean; empty where there is none} */
  public Optional<String> schema() throws SQLException {
    return switch (dialect) {
      case MARIADB -> Optional.ofNullable(connection.getCatalog());
      case POSTGRESQL -> Optional.ofNullable(connection.getSchema());
      case SQLITE -> Optional.empty();
    };
  }

  /** {@return all rows of a result that is known to be small} */
  public List<Row> rows(Sql sql) throws SQLException {
    List<Row> all = new ArrayList<>();
    each(
        sql,
        row -> {
          all.add(row);
          return true;
        });
    return all;
  }

  /** {@return the first row, if there is one} */
  public Optional<Row> first(Sql sql) throws SQLException {
    List<Row> found = new ArrayList<>();
    each(
        sql,
        row -> {
          found.add(row);
          return false;
        });
    return found.stream().findFirst();
  }

  /**
   * Takes the rows one by one, however many there are.
   *
   * @param sql the query
   * @param taker takes a row and says whether it wants more
   */
  public void each(Sql sql, Predicate<Row> taker) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                sql.text(dialect), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        Watchdog.Watch _ = prepared(statement, sql)) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next() && taker.test(Values.row(rows, dialect))) {
          // The taker does the work.
        }
      }
    }
  }

  /**
   * Takes the rows of a query whose columns are not known beforehand, few at a time.
   *
   * @param sql the query
   * @param columns takes the columns' labels and types before the first row
   * @param taker takes a row and says whether it wants more
   */
  public void table(Sql sql, Consumer<Map<String, String>> columns, Predicate<Row> taker)
      throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                sql.text(dialect), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        Watchdog.Watch _ = prepared(statement, sql)) {
      statement.setFetchSize(FEW);
      try (ResultSet rows = statement.executeQuery()) {
        columns.accept(Values.columns(rows));
        while (rows.next() && taker.test(Values.row(rows, dialect))) {
          // The taker does the work.
        }
      }
    }
  }

  /** {@return how many rows a change touched; nothing is known of a statement on tables} */
  public int update(Sql sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.text(dialect));
        Watchdog.Watch _ = prepared(statement, sql)) {
      return statement.executeUpdate();
    }
  }

  /** {@return the number that the database gave to an inserted row, if it did} */
  public Optional<Value> insert(Sql sql) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(sql.text(dialect), Statement.RETURN_GENERATED_KEYS);
        Watchdog.Watch _ = prepared(statement, sql)) {
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        return keys.next() ? Optional.of(Value.of(keys.getLong(1))) : Optional.empty();
      }
    }
  }

  /** Runs one statement with many sets of parameters; all have the same text. */
  public void batch(List<Sql> all) throws SQLException {
    if (all.isEmpty()) {
      return;
    }
    String text = all.getFirst().text(dialect);
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (Sql sql : all) {
        if (!sql.text(dialect).equals(text)) {
          throw new IllegalArgumentException("A batch holds one statement");
        }
        bind(statement, sql);
        statement.addBatch();
      }
      try (Watchdog.Watch _ = watchdog.watch(statement, timeout)) {
        statement.executeBatch();
      }
    }
  }

  private Watchdog.Watch prepared(PreparedStatement statement, Sql sql) throws SQLException {
    bind(statement, sql);
    return watchdog.watch(statement, timeout);
  }

  private void bind(PreparedStatement statement, Sql sql) throws SQLException {
    List<Sql.Parameter> parameters = sql.parameters();
    for (int at = 0; at < parameters.size(); at++) {
      Sql.Parameter parameter = parameters.get(at);
      if (!parameter.typed() && dialect == Dialect.POSTGRESQL) {
        statement.setObject(at + 1, parameter.value().shown(), Types.OTHER);
      } else {
        Values.bind(statement, at + 1, parameter.value(), dialect);
      }
    }
  }
}
