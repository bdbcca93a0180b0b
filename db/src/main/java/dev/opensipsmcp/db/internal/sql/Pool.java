package dev.opensipsmcp.db.internal.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connections to one database. None is made before work asks for it. Reading work runs in a
 * transaction that the database itself holds to reading; changing work runs in one that is made
 * final only when the work says so. Safe for many threads.
 */
public final class Pool implements AutoCloseable {
  /** Held, since a logger's level is forgotten with it: the pool's start is nobody's news. */
  private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

  /** How much longer than a statement a commit may take: it waits for the disk. */
  private static final Duration COMMIT = Duration.ofSeconds(20);

  /** PostgreSQL ends a statement by itself; what is left to cancel is the reading of its rows. */
  private static final Duration OWN_BOUND = Duration.ofSeconds(1);

  private final DbSettings settings;
  private final Watchdog watchdog = new Watchdog();
  private Optional<HikariDataSource> source = Optional.empty();

  /** Whether the last connection could be made; if not, a single try tells why, at once. */
  private volatile boolean answers;

  /**
   * Makes a pool without a connection.
   *
   * @param settings where and how
   */
  public Pool(DbSettings settings) {
    this.settings = settings;
  }

  /**
   * Work on a connection.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work. */
    DbResult<T> on(Session session) throws SQLException;
  }

  /** {@return the kind of database} */
  public Dialect dialect() {
    return settings.url().dialect();
  }

  /** {@return where the database is, without user and password} */
  public String where() {
    return settings.url().toString();
  }

  /** {@return the file that a SQLite database is} */
  public String file() {
    return settings.url().name();
  }

  /** Does work that only reads, on one state of the tables. */
  public <T> DbResult<T> read(Work<T> work) {
    return read(settings.statementTimeout(), work);
  }

  /** Does work that only reads, with another bound on each statement. */
  public <T> DbResult<T> read(Duration timeout, Work<T> work) {
    return with(connection -> {
      bound(connection, timeout.plus(settings.connectTimeout()));
      Transaction transaction = Transaction.reading(connection, dialect(), timeout);
      try {
        return work.on(session(connection, timeout));
      } finally {
        transaction.undo();
      }
    });
  }

  /**
   * Does work that changes rows: all of it is made final, or nothing. It is undone when the work
   * fails or throws.
   */
  public <T> DbResult<T> change(Work<T> work) {
    return change(settings.statementTimeout(), work);
  }

  /** Does work that changes rows, with another bound on each statement. */
  public <T> DbResult<T> change(Duration timeout, Work<T> work) {
    return with(connection -> {
      bound(connection, timeout.plus(settings.connectTimeout()));
      Transaction transaction = Transaction.changing(connection, dialect(), timeout);
      try {
        DbResult<T> result = work.on(session(connection, timeout));
        return switch (result) {
          case DbResult.Failure<T> failure -> failure;
          case DbResult.Success<T> success -> committed(connection, transaction, success);
        };
      } finally {
        transaction.undo();
      }
    });
  }

  private <T> DbResult<T> committed(
      Connection connection, Transaction transaction, DbResult.Success<T> success)
      throws SQLException {
    try {
      bound(connection, settings.statementTimeout().plus(COMMIT));
      transaction.commit();
      return success;
    } catch (SQLException e) {
      if (SqlFaults.broken(e, dialect())) {
        return new DbResult.Failure<>(
            new DbError(
                Kind.OUTCOME_UNKNOWN,
                "The connection broke while the change was made final; it may or may not hold.",
                "Read the rows before doing anything else.",
                true));
      }
      throw e;
    }
  }

  /**
   * Bounds the wait for any answer: where the network swallows everything, nobody answers a
   * statement's cancellation either. The pool puts the connection's own bound back.
   */
  private void bound(Connection connection, Duration wait) throws SQLException {
    if (dialect() != Dialect.SQLITE) {
      connection.setNetworkTimeout(Runnable::run, (int) wait.toMillis());
    }
  }

  /** {@return the error that an exception outside of a session comes to} */
  public DbError fault(SQLException e) {
    return SqlFaults.of(e, dialect(), where());
  }

  private Session session(Connection connection, Duration timeout) {
    Duration watched = dialect() == Dialect.POSTGRESQL ? timeout.plus(OWN_BOUND) : timeout;
    return new Session(connection, dialect(), watched, watchdog);
  }

  private interface OnConnection<T> {
    DbResult<T> run(Connection connection) throws SQLException;
  }

  private <T> DbResult<T> with(OnConnection<T> work) {
    Optional<DbError> missing = missing();
    if (missing.isPresent()) {
      return new DbResult.Failure<>(missing.get());
    }
    try {
      prove();
      try (Connection connection = source().getConnection()) {
        return work.run(connection);
      }
    } catch (SQLTransientConnectionException e) {
      return new DbResult.Failure<>(noConnection(e));
    } catch (SQLException e) {
      return new DbResult.Failure<>(fault(e));
    }
  }

  /** The pool tries again and again until its time is up, even where the password is wrong. */
  private void prove() throws SQLException {
    if (!answers) {
      Drivers.source(settings).getConnection().close();
      answers = true;
    }
  }

  /** What kept the pool from connecting is the exception's cause; without one, all were in use. */
  private DbError noConnection(SQLTransientConnectionException e) {
    answers = false;
    if (e.getCause() == null) {
      return new DbError(
          Kind.BUSY, "All connections to " + where() + " are in use.", "Call again in a moment.");
    }
    DbError error = fault(e);
    return error.kind() == Kind.FAILED ? unreachable() : error;
  }

  private DbError unreachable() {
    return new DbError(
        Kind.UNREACHABLE,
        "The database at " + where() + " can't be reached.",
        "Check that it runs, its address and port, its TLS, and the network between.");
  }

  /** A SQLite file that is not there would be made, empty, by looking at it. */
  private Optional<DbError> missing() {
    return dialect() == Dialect.SQLITE && !Files.exists(Path.of(settings.url().name()))
        ? Optional.of(
            new DbError(
                Kind.NO_SUCH_DATABASE,
                "There is no file " + settings.url().name() + ".",
                "Check the path in the URL; an empty file is a database without tables."))
        : Optional.empty();
  }

  private synchronized HikariDataSource source() throws SQLException {
    if (source.isEmpty()) {
      POOL_LOG.setLevel(Level.OFF);
      HikariConfig config = new HikariConfig();
      config.setDataSource(Drivers.source(settings));
      config.setPoolName("db");
      config.setMaximumPoolSize(settings.connections());
      config.setMinimumIdle(0);
      config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
      config.setConnectionTimeout(Math.max(250, settings.connectTimeout().toMillis()));
      config.setInitializationFailTimeout(-1);
      source = Optional.of(new HikariDataSource(config));
    }
    return source.get();
  }

  @Override
  public synchronized void close() {
    source.ifPresent(HikariDataSource::close);
    source = Optional.empty();
    watchdog.close();
  }
}
