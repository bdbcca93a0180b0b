package dev.opensipsmcp.db.internal.sql;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.QueryPlan;
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

  /** {@return names that a query of the catalogue gives in its first column} */
  public List<SqlName> names(Sql catalogueQuery) throws SQLException {
    return rows(catalogueQuery).stream().map(row -> SqlName.listed(first(row))).toList();
  }

  /**
   * {@return types or defaults that a query of the catalogue gives in its first column, as words
   * for a statement} One that is no plain type, number, or quoted text is left empty.
   */
  public List<Sql> phrases(Sql catalogueQuery) throws SQLException {
    return rows(catalogueQuery).stream().map(row -> Sql.declared(first(row))).toList();
  }

  private static String first(Row row) {
    return row.values().values().iterator().next().shown();
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

  /** {@return how the database means to carry out a query, which is not run} */
  public QueryPlan plan(Sql query) throws SQLException {
    return Plans.read(rows(Plans.question(query, dialect)), dialect);
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
    for (Sql sql : all) {
      if (!sql.text(dialect).equals(text)) {
        throw new IllegalArgumentException("A batch holds one statement");
      }
    }
    try (Repeated statement = repeated(all.getFirst())) {
      for (Sql sql : all) {
        statement.add(sql.values());
      }
      statement.runAdded();
    }
  }

  /**
   * {@return a statement to run again and again: its text is made once, whatever the parameters}
   *
   * @param shape the statement; its own parameters only say where there are any
   */
  public Repeated repeated(Sql shape) throws SQLException {
    return new Repeated(
        connection.prepareStatement(shape.text(dialect)), dialect, watchdog, timeout);
  }

  /**
   * Takes the rows one by one as bare values, in the order of the query's columns: for those that
   * read millions.
   *
   * @param sql the query
   * @param taker takes a row, which is overwritten by the next, and says whether it wants more
   */
  public void cells(Sql sql, Predicate<Value[]> taker) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                sql.text(dialect), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        Watchdog.Watch _ = prepared(statement, sql)) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        Values.Reader reader = new Values.Reader(rows, dialect);
        while (rows.next() && taker.test(reader.cells())) {
          // The taker does the work.
        }
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
