package dev.opensipsmcp.db.internal.sql;

import dev.opensipsmcp.db.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One transaction, begun as its database wants it. Used by one thread. */
final class Transaction {
  private final Connection connection;
  private final Dialect dialect;
  private boolean open = true;

  private Transaction(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /**
   * {@return a transaction in which the database refuses every change}
   *
   * @param timeout how long one statement of it may take
   */
  static Transaction reading(Connection connection, Dialect dialect, Duration timeout)
      throws SQLException {
    switch (dialect) {
      case MARIADB -> {
        run(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        run(connection, "START TRANSACTION READ ONLY");
      }
      case POSTGRESQL -> {
        connection.setAutoCommit(false);
        run(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        bound(connection, timeout);
      }
      case SQLITE -> {
        run(connection, "PRAGMA query_only = ON");
        run(connection, "BEGIN");
      }
    }
    return new Transaction(connection, dialect);
  }

  /**
   * {@return a transaction that may change rows; SQLite's takes its one lock at once}
   *
   * @param timeout how long one statement of it may take
   */
  static Transaction changing(Connection connection, Dialect dialect, Duration timeout)
      throws SQLException {
    switch (dialect) {
      case MARIADB -> run(connection, "START TRANSACTION READ WRITE");
      case POSTGRESQL -> {
        connection.setAutoCommit(false);
        bound(connection, timeout);
      }
      case SQLITE -> run(connection, "BEGIN IMMEDIATE");
    }
    return new Transaction(connection, dialect);
  }

  /**
   * Has PostgreSQL itself end statements of this transaction: a driver's wish to cancel one comes
   * by another connection, once, and is lost when it comes between two messages of this one.
   */
  private static void bound(Connection connection, Duration timeout) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("SELECT set_config('statement_timeout', ?, true)")) {
      set.setString(1, Long.toString(Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE)));
      set.execute();
    }
  }

  void commit() throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      connection.commit();
    } else {
      run(connection, "COMMIT");
    }
    end();
  }

  /** Undoes what is not final; nothing after a commit. A broken connection undoes by itself. */
  void undo() {
    if (!open) {
      return;
    }
    try {
      if (dialect == Dialect.POSTGRESQL) {
        connection.rollback();
      } else {
        run(connection, "ROLLBACK");
      }
      end();
    } catch (SQLException _) {
      open = false;
    }
  }

  private void end() throws SQLException {
    open = false;
    switch (dialect) {
      case MARIADB -> {}
      case POSTGRESQL -> connection.setAutoCommit(true);
      case SQLITE -> run(connection, "PRAGMA query_only = OFF");
    }
  }

  private static void run(Connection connection, String words) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(words);
    }
  }
}
