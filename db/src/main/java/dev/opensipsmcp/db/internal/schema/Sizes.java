package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.db.schema.TableSize;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells how many rows tables have, without reading large ones through. */
final class Sizes {
  private static final int COUNTED = 10_000;

  private Sizes() {}

  static List<TableSize> of(Session session, List<String> tables) throws SQLException {
    Set<String> wanted = Set.copyOf(tables);
    List<TableSize> sizes = new ArrayList<>();
    for (SqlName name : session.names(names(session.dialect()))) {
      if (wanted.contains(name.text())) {
        sizes.add(of(session, name));
      }
    }
    return List.copyOf(sizes);
  }

  private static TableSize of(Session session, SqlName name) throws SQLException {
    long some =
        count(
            session,
            Sql.of("SELECT COUNT(*) AS n FROM (SELECT 1 AS x FROM ")
                .name(name)
                .words(" LIMIT ")
                .number(COUNTED + 1)
                .words(") sample"));
    if (some <= COUNTED) {
      return new TableSize(name.text(), some, true);
    }
    Value text = Value.of(name.text());
    return switch (session.dialect()) {
      case MARIADB ->
          new TableSize(
              name.text(),
              Math.max(
                  some,
                  count(
                      session,
                      Sql.of(
                              "SELECT TABLE_ROWS AS n FROM information_schema.TABLES"
                                  + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ")
                          .value(text))),
              false);
      case POSTGRESQL ->
          new TableSize(
              name.text(),
              Math.max(
                  some,
                  count(
                      session,
                      Sql.of(
                              "SELECT c.reltuples::bigint AS n FROM pg_catalog.pg_class c"
                                  + " JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace"
                                  + " WHERE s.nspname = current_schema() AND c.relname = ")
                          .value(text))),
              false);
      case SQLITE ->
          new TableSize(
              name.text(), count(session, Sql.of("SELECT COUNT(*) AS n FROM ").name(name)), true);
    };
  }

  private static long count(Session session, Sql sql) throws SQLException {
    Row row = session.first(sql).orElseThrow();
    return row.has("n") ? Long.parseLong(row.text("n")) : 0;
  }

  private static Sql names(Dialect dialect) {
    return switch (dialect) {
      case MARIADB ->
          Sql.of(
              "SELECT TABLE_NAME AS tab FROM information_schema.TABLES"
                  + " WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME");
      case POSTGRESQL ->
          Sql.of(
              "SELECT c.relname AS tab FROM pg_catalog.pg_class c"
                  + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                  + " WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
                  + " ORDER BY c.relname");
      case SQLITE ->
          Sql.of("SELECT name AS tab FROM sqlite_master WHERE type = 'table' ORDER BY name");
    };
  }
}
