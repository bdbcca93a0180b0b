package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions that a query may call: none changes anything, waits, reads files or settings, makes
 * random or very long values, or takes names or SQL as texts.
 */
enum Callable {
  COUNT(Sql.of("COUNT("), 1, 1, "mps"),
  SUM(Sql.of("SUM("), 1, 1, "mps"),
  AVG(Sql.of("AVG("), 1, 1, "mps"),
  MIN(Sql.of("MIN("), 1, 1, "mps"),
  MAX(Sql.of("MAX("), 1, 1, "mps"),
  STDDEV_POP(Sql.of("STDDEV_POP("), 1, 1, "mp"),
  LOWER(Sql.of("LOWER("), 1, 1, "mps"),
  UPPER(Sql.of("UPPER("), 1, 1, "mps"),
  LENGTH(Sql.of("LENGTH("), 1, 1, "mps"),
  CHAR_LENGTH(Sql.of("CHAR_LENGTH("), 1, 1, "mp"),
  SUBSTR(Sql.of("SUBSTR("), 2, 3, "mps"),
  SUBSTRING(Sql.of("SUBSTRING("), 2, 3, "mps"),
  TRIM(Sql.of("TRIM("), 1, 1, "mPs"),
  LTRIM(Sql.of("LTRIM("), 1, 1, "mps"),
  RTRIM(Sql.of("RTRIM("), 1, 1, "mps"),
  CONCAT(Sql.of("CONCAT("), 1, 12, "mps"),
  LEFT(Sql.of("LEFT("), 2, 2, "mP"),
  RIGHT(Sql.of("RIGHT("), 2, 2, "mP"),
  INSTR(Sql.of("INSTR("), 2, 2, "ms"),
  LOCATE(Sql.of("LOCATE("), 2, 3, "m"),
  STRPOS(Sql.of("STRPOS("), 2, 2, "p"),
  SUBSTRING_INDEX(Sql.of("SUBSTRING_INDEX("), 3, 3, "m"),
  SPLIT_PART(Sql.of("SPLIT_PART("), 3, 3, "p"),
  ABS(Sql.of("ABS("), 1, 1, "mps"),
  ROUND(Sql.of("ROUND("), 1, 2, "mps"),
  FLOOR(Sql.of("FLOOR("), 1, 1, "mp"),
  CEIL(Sql.of("CEIL("), 1, 1, "mp"),
  MOD(Sql.of("MOD("), 2, 2, "mp"),
  COALESCE(Sql.of("COALESCE("), 1, 12, "mPs"),
  NULLIF(Sql.of("NULLIF("), 2, 2, "mPs"),
  GREATEST(Sql.of("GREATEST("), 2, 12, "mP"),
  LEAST(Sql.of("LEAST("), 2, 12, "mP"),
  IFNULL(Sql.of("IFNULL("), 2, 2, "ms"),
  IF(Sql.of("IF("), 3, 3, "m"),
  NOW(Sql.of("NOW("), 0, 0, "mp"),
  DATE(Sql.of("DATE("), 1, 3, "ms"),
  TIME(Sql.of("TIME("), 1, 3, "s"),
  DATETIME(Sql.of("DATETIME("), 1, 3, "s"),
  STRFTIME(Sql.of("STRFTIME("), 2, 4, "s"),
  JULIANDAY(Sql.of("JULIANDAY("), 1, 3, "s"),
  UNIXEPOCH(Sql.of("UNIXEPOCH("), 1, 3, "s"),
  UNIX_TIMESTAMP(Sql.of("UNIX_TIMESTAMP("), 0, 1, "m"),
  FROM_UNIXTIME(Sql.of("FROM_UNIXTIME("), 1, 1, "m"),
  DATE_FORMAT(Sql.of("DATE_FORMAT("), 2, 2, "m"),
  DATEDIFF(Sql.of("DATEDIFF("), 2, 2, "m"),
  TIMEDIFF(Sql.of("TIMEDIFF("), 2, 2, "m"),
  TIME_TO_SEC(Sql.of("TIME_TO_SEC("), 1, 1, "m"),
  YEAR(Sql.of("YEAR("), 1, 1, "m"),
  MONTH(Sql.of("MONTH("), 1, 1, "m"),
  DAY(Sql.of("DAY("), 1, 1, "m"),
  HOUR(Sql.of("HOUR("), 1, 1, "m"),
  MINUTE(Sql.of("MINUTE("), 1, 1, "m"),
  DAYOFWEEK(Sql.of("DAYOFWEEK("), 1, 1, "m"),
  DATE_TRUNC(Sql.of("DATE_TRUNC("), 2, 2, "p"),
  DATE_PART(Sql.of("DATE_PART("), 2, 2, "p"),
  TO_CHAR(Sql.of("TO_CHAR("), 2, 2, "p"),
  TO_TIMESTAMP(Sql.of("TO_TIMESTAMP("), 1, 1, "p");

  private final Sql opening;
  private final int least;
  private final int most;
  private final String where;

  /**
   * @param where {@code m}, {@code p} and {@code s} for the three dialects; {@code P} where
   *     PostgreSQL has syntax of its own rather than a function
   */
  Callable(Sql opening, int least, int most, String where) {
    this.opening = opening;
    this.least = least;
    this.most = most;
    this.where = where;
  }

  /** {@return the function of that name in that dialect} */
  static Optional<Callable> named(String name, Dialect dialect) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (Callable function : values()) {
      if (wanted.equals(function.name()) && function.in(dialect)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  /** {@return the names of all of the dialect, in small letters} */
  static String names(Dialect dialect) {
    StringBuilder names = new StringBuilder();
    for (Callable function : values()) {
      if (function.in(dialect)) {
        names.append(names.isEmpty() ? "" : ", ").append(function.name().toLowerCase(Locale.ROOT));
      }
    }
    return names.toString();
  }

  boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  boolean aggregate() {
    return compareTo(STDDEV_POP) <= 0;
  }

  /** {@return its name and the parenthesis; PostgreSQL's own, not one that somebody put before it} */
  Sql opening(Dialect dialect) {
    return dialect == Dialect.POSTGRESQL && where.indexOf('p') >= 0
        ? Sql.of("pg_catalog.").sql(opening)
        : opening;
  }

  private boolean in(Dialect dialect) {
    return switch (dialect) {
      case MARIADB -> where.indexOf('m') >= 0;
      case POSTGRESQL -> where.indexOf('p') >= 0 || where.indexOf('P') >= 0;
      case SQLITE -> where.indexOf('s') >= 0;
    };
  }
}
