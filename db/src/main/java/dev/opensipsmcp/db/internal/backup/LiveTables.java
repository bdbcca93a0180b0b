package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.SecretColumns;
import dev.opensipsmcp.db.backup.ColumnKind;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads from the catalogue which tables there are, and how they are made. Used by one thread. */
final class LiveTables {
  private static final String[] BASE = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};

  private final Dialect dialect;
  private final DatabaseMetaData catalogue;
  private final @Nullable String catalog;
  private final @Nullable String schema;
  private final Map<String, SqlName> names = new TreeMap<>();

  LiveTables(Session session) throws SQLException {
    this.dialect = session.dialect();
    this.catalogue = session.catalogue();
    Optional<String> here = session.schema();
    this.catalog = dialect == Dialect.MARIADB ? here.orElse(null) : null;
    this.schema = dialect == Dialect.POSTGRESQL ? here.orElse(null) : null;
    try (ResultSet rows = catalogue.getTables(catalog, schema, "%", BASE)) {
      for (SqlName name : SqlName.listed(rows, "TABLE_NAME")) {
        if (!name.text().startsWith("sqlite_")) {
          names.put(name.text(), name);
        }
      }
    }
  }

  /** {@return the names of all tables, sorted} */
  List<String> names() {
    return List.copyOf(names.keySet());
  }

  /** {@return the table of that name, if there is one} */
  Optional<LiveTable> table(String wanted) throws SQLException {
    SqlName name = names.get(wanted);
    return name == null ? Optional.empty() : Optional.of(table(name));
  }

  private LiveTable table(SqlName name) throws SQLException {
    List<LiveColumn> columns = new ArrayList<>();
    try (ResultSet rows = catalogue.getColumns(catalog, schema, escaped(name.text()), "%")) {
      while (rows.next()) {
        if (!"YES".equals(rows.getString("IS_GENERATEDCOLUMN"))) {
          columns.add(column(rows));
        }
      }
    }
    LiveTable bare = new LiveTable(name, columns, List.of(), List.of());
    List<LiveColumn> key = key(bare);
    return new LiveTable(name, columns, key, natural(bare, key));
  }

  private LiveColumn column(ResultSet rows) throws SQLException {
    SqlName name = SqlName.listedHere(rows, "COLUMN_NAME");
    boolean takesNull = rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
    boolean defaulted = rows.getString("COLUMN_DEF") != null;
    boolean numbered = "YES".equals(rows.getString("IS_AUTOINCREMENT"));
    String declared = rows.getString("TYPE_NAME");
    ColumnKind kind =
        dialect == Dialect.SQLITE
            ? declared(declared == null ? "" : declared)
            : kind(rows.getInt("DATA_TYPE"));
    return new LiveColumn(name, kind, !takesNull && !defaulted && !numbered, numbered);
  }

  private static ColumnKind kind(int type) {
    return switch (type) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.BIT, Types.BOOLEAN ->
          ColumnKind.WHOLE;
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC ->
          ColumnKind.DECIMAL;
      case Types.TIMESTAMP, Types.DATE, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnKind.TIME;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> ColumnKind.BYTES;
      default -> ColumnKind.TEXT;
    };
  }

  /** What a declared type means to SQLite, and to those who declared it. */
  private static ColumnKind declared(String type) {
    String name = type.toUpperCase(Locale.ROOT);
    if (name.startsWith("DATETIME") || name.startsWith("TIMESTAMP")) {
      return ColumnKind.TIME;
    }
    if (name.contains("INT")) {
      return ColumnKind.WHOLE;
    }
    if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
      return ColumnKind.TEXT;
    }
    return name.isEmpty() || name.contains("BLOB") || name.contains("BINARY")
        ? ColumnKind.BYTES
        : ColumnKind.DECIMAL;
  }

  private List<LiveColumn> key(LiveTable table) throws SQLException {
    Map<Integer, LiveColumn> key = new TreeMap<>();
    try (ResultSet rows = catalogue.getPrimaryKeys(catalog, schema, table.name().text())) {
      while (rows.next()) {
        Optional<LiveColumn> column = table.column(text(rows, "COLUMN_NAME"));
        if (column.isPresent()) {
          key.put(rows.getInt("KEY_SEQ"), column.get());
        }
      }
    }
    return List.copyOf(key.values());
  }

  /** The unique index of the fewest columns; one with a secret in it tells nobody which row. */
  private List<LiveColumn> natural(LiveTable table, List<LiveColumn> key) throws SQLException {
    Map<String, List<LiveColumn>> indexes = new TreeMap<>();
    try (ResultSet rows =
        catalogue.getIndexInfo(catalog, schema, table.name().text(), true, true)) {
      while (rows.next()) {
        Optional<LiveColumn> column = table.column(text(rows, "COLUMN_NAME"));
        if (!rows.getBoolean("NON_UNIQUE") && column.isPresent()) {
          indexes
              .computeIfAbsent(text(rows, "INDEX_NAME"), _ -> new ArrayList<>())
              .add(column.get());
        }
      }
    }
    return indexes.values().stream()
        .filter(columns -> !columns.equals(key))
        .filter(columns ->
            columns.stream()
                .noneMatch(one -> SecretColumns.hides(table.name().text(), one.name().text())))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static String text(ResultSet rows, String label) throws SQLException {
    String text = rows.getString(label);
    return text == null ? "" : text;
  }

  /** The catalogue takes patterns, in which a table's underscore would mean any character. */
  private String escaped(String name) throws SQLException {
    String escape = catalogue.getSearchStringEscape();
    return name.replace("_", escape + "_").replace("%", escape + "%");
  }
}
