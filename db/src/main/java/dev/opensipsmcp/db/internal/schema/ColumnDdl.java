package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.internal.sql.SqlName;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import java.util.Map;

/** How a column is declared, in each dialect as OpenSIPS's own scripts do it. */
final class ColumnDdl {
  /**
   * Columns of bytes that hold more than MariaDB's BLOB does; the facts know no such difference.
   */
  private static final Map<String, Sql> LARGE =
      Map.of("xcap.doc", Sql.of("LONGBLOB"), "tls_mgm.ca_list", Sql.of("MEDIUMBLOB"));

  private ColumnDdl() {}

  /** {@return name, type, default and the rest} */
  static Sql definition(Table table, Column column, Dialect dialect) {
    Sql sql = Sql.empty().name(SqlName.of(column)).words(" ").sql(type(table, column, dialect));
    if (column.primary()) {
      return sql.sql(key(column, dialect));
    }
    if (column.defaultValue().isPresent()) {
      sql = sql.words(" DEFAULT ").fallback(column);
    }
    return column.nullable() ? sql : sql.words(" NOT NULL");
  }

  private static Sql key(Column column, Dialect dialect) {
    if (!column.autoIncrement()) {
      return Sql.of(" PRIMARY KEY NOT NULL");
    }
    return switch (dialect) {
      case MARIADB -> Sql.of(" AUTO_INCREMENT PRIMARY KEY NOT NULL");
      case POSTGRESQL -> Sql.of(" PRIMARY KEY NOT NULL");
      case SQLITE -> Sql.of(" PRIMARY KEY AUTOINCREMENT NOT NULL");
    };
  }

  /** {@return the type alone; of a numbered column in PostgreSQL the pseudo-type that numbers} */
  static Sql type(Table table, Column column, Dialect dialect) {
    return switch (dialect) {
      case MARIADB -> mariadb(table, column);
      case POSTGRESQL -> column.autoIncrement() ? serial(column) : postgresql(column);
      case SQLITE -> column.autoIncrement() ? Sql.of("INTEGER") : sqlite(column);
    };
  }

  private static Sql mariadb(Table table, Column column) {
    return switch (column.type()) {
      case CHAR -> sized(Sql.of("TINYINT"), column);
      case STRING -> sized(Sql.of("CHAR"), column);
      case TEXT -> sized(Sql.of("TEXT"), column);
      case BINARY ->
          LARGE.getOrDefault(table.name() + "." + column.name(), sized(Sql.of("BLOB"), column));
      case SHORT -> sized(Sql.of("SMALLINT"), column);
      case UNSIGNED_SHORT -> sized(Sql.of("SMALLINT"), column).words(" UNSIGNED");
      case INT -> sized(Sql.of("INT"), column);
      case UNSIGNED_INT -> sized(Sql.of("INT"), column).words(" UNSIGNED");
      case LONG -> sized(Sql.of("BIGINT"), column);
      case UNSIGNED_LONG -> sized(Sql.of("BIGINT"), column).words(" UNSIGNED");
      case FLOAT -> sized(Sql.of("FLOAT"), column);
      case DOUBLE -> Sql.of("DOUBLE");
      case DATETIME -> Sql.of("DATETIME");
    };
  }

  private static Sql serial(Column column) {
    return column.type() == Column.Type.LONG || column.type() == Column.Type.UNSIGNED_LONG
        ? Sql.of("BIGSERIAL")
        : Sql.of("SERIAL");
  }

  /** {@return the type in PostgreSQL, which has no unsigned ones: OpenSIPS makes do without} */
  static Sql postgresql(Column column) {
    return switch (column.type()) {
      case CHAR, SHORT, UNSIGNED_SHORT -> Sql.of("SMALLINT");
      case STRING -> sized(Sql.of("VARCHAR"), column);
      case TEXT -> Sql.of("TEXT");
      case BINARY -> Sql.of("BYTEA");
      case INT, UNSIGNED_INT -> Sql.of("INTEGER");
      case LONG, UNSIGNED_LONG -> Sql.of("BIGINT");
      case FLOAT -> Sql.of("REAL");
      case DOUBLE -> Sql.of("DOUBLE PRECISION");
      case DATETIME -> Sql.of("TIMESTAMP WITHOUT TIME ZONE");
    };
  }

  private static Sql sqlite(Column column) {
    return switch (column.type()) {
      case CHAR -> sized(Sql.of("TINYINT"), column);
      case STRING -> sized(Sql.of("CHAR"), column);
      case TEXT -> sized(Sql.of("TEXT"), column);
      case BINARY -> sized(Sql.of("BLOB"), column);
      case SHORT, UNSIGNED_SHORT -> sized(Sql.of("SMALLINT"), column);
      case INT, UNSIGNED_INT -> Sql.of("INTEGER");
      case LONG, UNSIGNED_LONG -> sized(Sql.of("BIGINT"), column);
      case FLOAT -> sized(Sql.of("FLOAT"), column);
      case DOUBLE -> Sql.of("DOUBLE");
      case DATETIME -> Sql.of("DATETIME");
    };
  }

  private static Sql sized(Sql type, Column column) {
    if (column.size() == 0) {
      return type;
    }
    Sql sized = type.words("(").number(column.size());
    return (column.scale() == 0 ? sized : sized.words(",").number(column.scale())).words(")");
  }
}
