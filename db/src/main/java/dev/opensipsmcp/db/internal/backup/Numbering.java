package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Has a table's numbers go on behind the highest. MariaDB and SQLite do so by themselves;
 * PostgreSQL's sequence knows nothing of numbers that it did not give.
 */
final class Numbering {
  private Numbering() {}

  static void goOn(Session session, LiveTable table) throws SQLException {
    Optional<LiveColumn> numbered = table.key().stream().filter(LiveColumn::numbered).findFirst();
    if (session.dialect() != Dialect.POSTGRESQL || numbered.isEmpty()) {
      return;
    }
    String column = numbered.get().name().text();
    Value name = Value.of('"' + table.name().text().replace("\"", "\"\"") + '"');
    Sql sequence =
        Sql.of("pg_get_serial_sequence(")
            .value(name)
            .words(", ")
            .value(Value.of(column))
            .words(")");
    session.first(
        Sql.of("SELECT setval(")
            .sql(sequence)
            .words(", GREATEST(nextval(")
            .sql(sequence)
            .words("), (SELECT MAX(")
            .name(numbered.get().name())
            .words(") FROM ")
            .name(table.name())
            .words(")))"));
  }
}
