package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.schema.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out what the user may do, by asking only. */
final class Allowed {
  private static final Set<String> ROWS = Set.of("INSERT", "UPDATE", "DELETE");
  private static final Set<String> TABLES = Set.of("CREATE", "ALTER", "DROP", "INDEX");

  private Allowed() {}

  static Access of(Session session, String file) throws SQLException {
    return switch (session.dialect()) {
      case MARIADB -> mariadb(session);
      case POSTGRESQL -> postgresql(session);
      case SQLITE -> {
        Path path = Path.of(file).toAbsolutePath();
        Path folder = path.getParent();
        // A change needs a journal beside the file.
        boolean writes = Files.isWritable(path) && folder != null && Files.isWritable(folder);
        yield new Access(writes, writes);
      }
    };
  }

  /** A right on one table counts: a careful operator grants on some only. */
  private static Access mariadb(Session session) throws SQLException {
    List<Row> rows =
        session.rows(
            Sql.of(
                """
                SELECT PRIVILEGE_TYPE AS privilege FROM information_schema.USER_PRIVILEGES
                UNION SELECT PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES
                       WHERE DATABASE() LIKE TABLE_SCHEMA
                UNION SELECT PRIVILEGE_TYPE FROM information_schema.TABLE_PRIVILEGES
                       WHERE TABLE_SCHEMA = DATABASE()\
                """));
    Set<String> has = new HashSet<>();
    rows.forEach(row -> has.add(row.text("privilege")));
    boolean held =
        session
            .first(Sql.of("SELECT @@global.read_only AS held"))
            .filter(row -> row.text("held").equals("1"))
            .isPresent();
    boolean writes = !held || has.contains("SUPER") || has.contains("READ_ONLY ADMIN");
    return new Access(writes && has.containsAll(ROWS), writes && has.containsAll(TABLES));
  }

  private static Access postgresql(Session session) throws SQLException {
    Row row =
        session
            .first(
                Sql.of(
                    """
                    SELECT CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END AS standby,
                           CASE WHEN has_schema_privilege(current_schema(), 'CREATE')
                                THEN 1 ELSE 0 END AS makes,
                           COUNT(*) AS tables,
                           COUNT(*) FILTER (WHERE has_table_privilege(c.oid, 'INSERT')
                             AND has_table_privilege(c.oid, 'UPDATE')
                             AND has_table_privilege(c.oid, 'DELETE')) AS written,
                           COUNT(*) FILTER (WHERE pg_has_role(c.relowner, 'USAGE')) AS owned
                      FROM pg_catalog.pg_class c
                      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')\
                    """))
            .orElseThrow();
    boolean writes = row.text("standby").equals("0");
    boolean makes = row.text("makes").equals("1");
    long tables = Long.parseLong(row.text("tables"));
    boolean owns = tables == Long.parseLong(row.text("owned"));
    boolean changes = tables == 0 ? makes : !row.text("written").equals("0");
    return new Access(writes && changes, writes && makes && owns);
  }
}
