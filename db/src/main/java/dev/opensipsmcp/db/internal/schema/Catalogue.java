package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.db.schema.ActualColumn;
import dev.opensipsmcp.db.schema.ActualIndex;
import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.db.schema.ActualTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which tables a database has. */
final class Catalogue {
  private static final String VERSION = "version";

  private Catalogue() {}

  static ActualSchema read(Session session) throws SQLException {
    Dialect dialect = session.dialect();
    Map<String, List<ActualColumn>> columns = new LinkedHashMap<>();
    Set<String> views = new HashSet<>();
    for (Row row : session.rows(CatalogueSql.columns(dialect))) {
      columns.computeIfAbsent(row.text("tab"), _ -> new ArrayList<>()).add(column(row, dialect));
      if (is(row, "seen")) {
        views.add(row.text("tab"));
      }
    }
    Map<String, List<ActualIndex>> indexes = indexes(session);
    Set<String> triggers = new HashSet<>();
    session.rows(CatalogueSql.triggers(dialect)).forEach(row -> triggers.add(row.text("tab")));
    Map<String, ActualTable> tables = new HashMap<>();
    columns.forEach((name, all) ->
        tables.put(
            name,
            new ActualTable(
                name,
                views.contains(name),
                triggers.contains(name),
                all,
                indexes.getOrDefault(name, List.of()))));
    return new ActualSchema(dialect, server(session), tables, versions(session, tables));
  }

  private static ActualColumn column(Row row, Dialect dialect) {
    boolean numbered = is(row, "numbered");
    String type = row.text("type");
    return new ActualColumn(
        row.text("name"),
        type,
        Shapes.of(type, dialect),
        is(row, "nullable"),
        row.has("fallback") && !numbered
            ? Defaults.read(row.text("fallback"), dialect)
            : Optional.empty(),
        numbered);
  }

  private static Map<String, List<ActualIndex>> indexes(Session session) throws SQLException {
    record Key(String table, String index) {}
    Map<Key, List<Row>> parts = new LinkedHashMap<>();
    for (Row row : session.rows(CatalogueSql.indexes(session.dialect()))) {
      parts
          .computeIfAbsent(new Key(row.text("tab"), row.text("name")), _ -> new ArrayList<>())
          .add(row);
    }
    Map<String, List<ActualIndex>> indexes = new HashMap<>();
    parts.forEach((key, rows) ->
        indexes
            .computeIfAbsent(key.table(), _ -> new ArrayList<>())
            .add(
                new ActualIndex(
                    key.index(),
                    rows.stream().map(row -> row.text("col")).toList(),
                    is(rows.getFirst(), "uniq"),
                    rows.stream().allMatch(row -> is(row, "entire") && row.has("col")))));
    return indexes;
  }

  private static Map<String, Integer> versions(Session session, Map<String, ActualTable> tables)
      throws SQLException {
    Map<String, Integer> versions = new HashMap<>();
    ActualTable table = tables.get(VERSION);
    if (table == null
        || table.column("table_name").isEmpty()
        || table.column("table_version").isEmpty()) {
      return versions;
    }
    for (Row row : session.rows(Sql.of("SELECT * FROM ").name(SqlName.of(VERSION)))) {
      // A number of another kind is nobody's version.
      String number = row.text("table_version");
      versions.put(
          row.text("table_name"), number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1);
    }
    return versions;
  }

  static String server(Session session) throws SQLException {
    Row row = session.first(CatalogueSql.server(session.dialect())).orElseThrow();
    String version = row.text("v");
    return switch (session.dialect()) {
      case MARIADB ->
          (row.text("more") + version).toLowerCase(Locale.ROOT).contains("mariadb")
              ? "MariaDB " + version
              : "MySQL " + version;
      case POSTGRESQL -> "PostgreSQL " + version;
      case SQLITE -> "SQLite " + version;
    };
  }

  private static boolean is(Row row, String column) {
    return row.text(column).equals("1");
  }
}
