package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.util.Locale;
import java.util.Optional;

/** What a value may be cast to, whatever a dialect calls it. */
enum CastType {
  TEXT,
  WHOLE,
  NUMBER,
  DAY,
  TIME;

  /** {@return the type of that name} */
  static Optional<CastType> named(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT)) {
      case "CHAR", "CHARACTER", "VARCHAR", "CHARACTER VARYING", "TEXT" -> Optional.of(TEXT);
      case "INT", "INTEGER", "BIGINT", "SMALLINT", "SIGNED", "UNSIGNED", "INT4", "INT8" ->
          Optional.of(WHOLE);
      case "DOUBLE", "DOUBLE PRECISION", "FLOAT", "REAL", "NUMERIC", "DECIMAL" ->
          Optional.of(NUMBER);
      case "DATE" -> Optional.of(DAY);
      case "DATETIME", "TIMESTAMP" -> Optional.of(TIME);
      default -> Optional.empty();
    };
  }

  /** {@return whether the dialect has such a type: SQLite has none for times} */
  boolean in(Dialect dialect) {
    return dialect != Dialect.SQLITE || (this != DAY && this != TIME);
  }

  Sql sql(Dialect dialect) {
    return switch (dialect) {
      case MARIADB ->
          switch (this) {
            case TEXT -> Sql.of("CHAR");
            case WHOLE -> Sql.of("SIGNED");
            case NUMBER -> Sql.of("DOUBLE");
            case DAY -> Sql.of("DATE");
            case TIME -> Sql.of("DATETIME");
          };
      case POSTGRESQL ->
          switch (this) {
            case TEXT -> Sql.of("text");
            case WHOLE -> Sql.of("bigint");
            case NUMBER -> Sql.of("double precision");
            case DAY -> Sql.of("date");
            case TIME -> Sql.of("timestamp");
          };
      case SQLITE ->
          switch (this) {
            case WHOLE -> Sql.of("INTEGER");
            case NUMBER -> Sql.of("REAL");
            case TEXT, DAY, TIME -> Sql.of("TEXT");
          };
    };
  }
}
