package dev.opensipsmcp.db.internal.query;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions that a query may call: none changes anything, waits, reads files or settings, makes
 * random or very long values, or takes names or SQL as texts.
 */
enum Callable {
  COUNT("COUNT(", 1, 1, "mps"),
  SUM("SUM(", 1, 1, "mps"),
  AVG("AVG(", 1, 1, "mps"),
  MIN("MIN(", 1, 1, "mps"),
  MAX("MAX(", 1, 1, "mps"),
  STDDEV_POP("STDDEV_POP(", 1, 1, "mp"),
  LOWER("LOWER(", 1, 1, "mps"),
  UPPER("UPPER(", 1, 1, "mps"),
  LENGTH("LENGTH(", 1, 1, "mps"),
  CHAR_LENGTH("CHAR_LENGTH(", 1, 1, "mp"),
  SUBSTR("SUBSTR(", 2, 3, "mps"),
  SUBSTRING("SUBSTRING(", 2, 3, "mps"),
  TRIM("TRIM(", 1, 1, "mPs"),
  LTRIM("LTRIM(", 1, 1, "mps"),
  RTRIM("RTRIM(", 1, 1, "mps"),
  CONCAT("CONCAT(", 1, 12, "mps"),
  LEFT("LEFT(", 2, 2, "mP"),
  RIGHT("RIGHT(", 2, 2, "mP"),
  INSTR("INSTR(", 2, 2, "ms"),
  LOCATE("LOCATE(", 2, 3, "m"),
  STRPOS("STRPOS(", 2, 2, "p"),
  SUBSTRING_INDEX("SUBSTRING_INDEX(", 3, 3, "m"),
  SPLIT_PART("SPLIT_PART(", 3, 3, "p"),
  ABS("ABS(", 1, 1, "mps"),
  ROUND("ROUND(", 1, 2, "mps"),
  FLOOR("FLOOR(", 1, 1, "mp"),
  CEIL("CEIL(", 1, 1, "mp"),
  MOD("MOD(", 2, 2, "mp"),
  COALESCE("COALESCE(", 1, 12, "mPs"),
  NULLIF("NULLIF(", 2, 2, "mPs"),
  GREATEST("GREATEST(", 2, 12, "mP"),
  LEAST("LEAST(", 2, 12, "mP"),
  IFNULL("IFNULL(", 2, 2, "ms"),
  IF("IF(", 3, 3, "m"),
  NOW("NOW(", 0, 0, "mp"),
  DATE("DATE(", 1, 3, "ms"),
  TIME("TIME(", 1, 3, "s"),
  DATETIME("DATETIME(", 1, 3, "s"),
  STRFTIME("STRFTIME(", 2, 4, "s"),
  JULIANDAY("JULIANDAY(", 1, 3, "s"),
  UNIXEPOCH("UNIXEPOCH(", 1, 3, "s"),
  UNIX_TIMESTAMP("UNIX_TIMESTAMP(", 0, 1, "m"),
  FROM_UNIXTIME("FROM_UNIXTIME(", 1, 1, "m"),
  DATE_FORMAT("DATE_FORMAT(", 2, 2, "m"),
  DATEDIFF("DATEDIFF(", 2, 2, "m"),
  TIMEDIFF("TIMEDIFF(", 2, 2, "m"),
  TIME_TO_SEC("TIME_TO_SEC(", 1, 1, "m"),
  YEAR("YEAR(", 1, 1, "m"),
  MONTH("MONTH(", 1, 1, "m"),
  DAY("DAY(", 1, 1, "m"),
  HOUR("HOUR(", 1, 1, "m"),
  MINUTE("MINUTE(", 1, 1, "m"),
  DAYOFWEEK("DAYOFWEEK(", 1, 1, "m"),
  DATE_TRUNC("DATE_TRUNC(", 2, 2, "p"),
  DATE_PART("DATE_PART(", 2, 2, "p"),
  TO_CHAR("TO_CHAR(", 2, 2, "p"),
  TO_TIMESTAMP("TO_TIMESTAMP(", 1, 1, "p");

  @CompileTimeConstant private final String opening;
  private final int least;
  private final int most;
  private final String where;

  /**
   * @param where {@code m}, {@code p} and {@code s} for the three dialects; {@code P} where
   *     PostgreSQL has syntax of its own rather than a function
   */
  Callable(@CompileTimeConstant String opening, int least, int most, String where) {
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

  /**
   * {@return its name and the parenthesis; PostgreSQL's own, not one that somebody put before it}
   */
  Sql opening(Dialect dialect) {
    return dialect == Dialect.POSTGRESQL && where.indexOf('p') >= 0
        ? Sql.of("pg_catalog.").words(opening)
        : Sql.of(opening);
  }

  private boolean in(Dialect dialect) {
    return switch (dialect) {
      case MARIADB -> where.indexOf('m') >= 0;
      case POSTGRESQL -> where.indexOf('p') >= 0 || where.indexOf('P') >= 0;
      case SQLITE -> where.indexOf('s') >= 0;
    };
  }
}
