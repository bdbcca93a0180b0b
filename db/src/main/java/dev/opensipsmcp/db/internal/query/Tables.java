package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.SecretColumns;
import dev.opensipsmcp.db.internal.query.Scope.Field;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.SqlName;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plain tables of the schema that the connection is in, as the database's catalogue lists them.
 * Views are none: they may show a secret under another name, or call anything.
 */
final class Tables {
  private static final Set<String> PLAIN = Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE");

  /** How the databases' own tables begin, should a catalogue ever list one. */
  private static final List<String> SYSTEM = List.of("pg_", "sqlite_", "innodb_", "mysql_");

  private final DatabaseMetaData catalogue;
  private final Dialect dialect;
  private final Optional<String> schema;
  private final List<Listed> listed = new ArrayList<>();

  private Tables(DatabaseMetaData catalogue, Dialect dialect, Optional<String> schema) {
    this.catalogue = catalogue;
    this.dialect = dialect;
    this.schema = schema;
  }

  private record Listed(String type, Optional<SqlName> schema, SqlName name) {}

  /**
   * A table.
   *
   * @param schema where it is, in a database that looks elsewhere first
   */
  record Known(Optional<SqlName> schema, SqlName name, List<Field> fields) {}

  static Tables of(Session session) throws SQLException {
    Tables tables = new Tables(session.catalogue(), session.dialect(), session.schema());
    tables.list();
    return tables;
  }

  private void list() throws SQLException {
    try (ResultSet rows = catalogue.getTables(database(), null, "%", null)) {
      while (rows.next()) {
        if (here(rows)) {
          Optional<SqlName> space =
              dialect == Dialect.POSTGRESQL
                  ? Optional.of(SqlName.listedHere(rows, "TABLE_SCHEM"))
                  : Optional.empty();
          String type = rows.getString("TABLE_TYPE");
          listed.add(
              new Listed(
                  type == null ? "" : type.toUpperCase(Locale.ROOT),
                  space,
                  SqlName.listedHere(rows, "TABLE_NAME")));
        }
      }
    }
  }

  /** {@return the table of that name} */
  Known named(String name, Object node) throws SQLException {
    Listed table =
        listed.stream()
            .filter(one -> one.name().text().equals(name))
            .findFirst()
            .or(() ->
                listed.stream().filter(one -> one.name().text().equalsIgnoreCase(name)).findFirst())
            .orElseThrow(() ->
                Refused.because(
                    Refused.at(node) + "There is no table " + shortened(name) + " here.",
                    "Use a table of OpenSIPS's schema, by its bare name."));
    String bare = table.name().text();
    if (!PLAIN.contains(table.type())
        || SYSTEM.stream().anyMatch(bare.toLowerCase(Locale.ROOT)::startsWith)) {
      throw Refused.because(
          Refused.at(node) + bare + " is no plain table but a " + table.type() + ".",
          "Query the tables behind it.");
    }
    return new Known(table.schema(), table.name(), fields(bare));
  }

  private List<Field> fields(String table) throws SQLException {
    List<Field> fields = new ArrayList<>();
    String pattern = table.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
    String exact = dialect == Dialect.SQLITE ? table : pattern;
    try (ResultSet rows = catalogue.getColumns(database(), null, exact, "%")) {
      while (rows.next()) {
        if (here(rows) && table.equals(rows.getString("TABLE_NAME"))) {
          SqlName name = SqlName.listedHere(rows, "COLUMN_NAME");
          boolean secret = SecretColumns.hides(table, name.text());
          fields.add(
              new Field(
                  name.text(),
                  name,
                  secret ? Optional.of(table + "." + name.text()) : Optional.empty(),
                  false));
        }
      }
    }
    return fields;
  }

  /** A pattern finds more than what it means, so each row is looked at. */
  private boolean here(ResultSet rows) throws SQLException {
    return switch (dialect) {
      case MARIADB -> schema.equals(Optional.ofNullable(rows.getString("TABLE_CAT")));
      case POSTGRESQL -> schema.equals(Optional.ofNullable(rows.getString("TABLE_SCHEM")));
      case SQLITE -> true;
    };
  }

  private @Nullable String database() {
    return dialect == Dialect.MARIADB ? schema.orElse(null) : null;
  }

  private static String shortened(String name) {
    return name.length() <= 64 ? name : name.substring(0, 64) + "…";
  }
}
