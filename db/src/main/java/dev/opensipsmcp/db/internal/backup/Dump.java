package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** Reads whole tables, in the order of their keys. */
final class Dump {
  private Dump() {}

  /** Gives all rows to the taker. */
  static void each(
      Session session, LiveTable table, List<LiveColumn> columns, Predicate<Value[]> taker)
      throws SQLException {
    session.cells(select(table, columns), taker);
  }

  /** Gives all rows to the taker; nobody else changes the table until the transaction ends. */
  static void held(
      Session session, LiveTable table, List<LiveColumn> columns, Predicate<Value[]> taker)
      throws SQLException {
    switch (session.dialect()) {
      // The transaction took the one lock that there is when it began.
      case SQLITE -> each(session, table, columns, taker);
      case POSTGRESQL -> {
        session.update(
            Sql.of("LOCK TABLE ").name(table.name()).words(" IN SHARE ROW EXCLUSIVE MODE"));
        each(session, table, columns, taker);
      }
      case MARIADB -> session.cells(select(table, columns).words(" FOR UPDATE"), taker);
    }
  }

  static long count(Session session, LiveTable table) throws SQLException {
    return Long.parseLong(
        session
            .first(Sql.of("SELECT COUNT(*) AS n FROM ").name(table.name()))
            .orElseThrow()
            .text("n"));
  }

  private static Sql select(LiveTable table, List<LiveColumn> columns) {
    Sql sql = Sql.of("SELECT ").names(names(columns)).words(" FROM ").name(table.name());
    return table.key().isEmpty() ? sql : sql.words(" ORDER BY ").names(names(table.key()));
  }

  static List<SqlName> names(List<LiveColumn> columns) {
    return columns.stream().map(LiveColumn::name).toList();
  }

  static List<String> texts(List<LiveColumn> columns) {
    return columns.stream().map(one -> one.name().text()).toList();
  }
}
