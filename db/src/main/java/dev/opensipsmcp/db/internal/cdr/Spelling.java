package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.util.Locale;

/**
 * What each dialect writes in its own way. Letters are compared without case where this says so,
 * and exactly everywhere else, whatever the tables' collation.
 *
 * @param dialect the dialect
 */
record Spelling(Dialect dialect) {

  /** {@return seconds from the beginning of 1970 on the same clock, without a zone} */
  Sql epoch(Sql time) {
    return switch (dialect) {
      case MARIADB -> Sql.of("TIMESTAMPDIFF(SECOND, '1970-01-01 00:00:00', ").sql(time).words(")");
      case POSTGRESQL -> Sql.of("CAST(FLOOR(EXTRACT(EPOCH FROM ").sql(time).words(")) AS BIGINT)");
      case SQLITE -> Sql.of("CAST(strftime('%s', ").sql(time).words(") AS INTEGER)");
    };
  }

  /** {@return the database's own time of day} */
  Sql now() {
    return switch (dialect) {
      case MARIADB, POSTGRESQL -> Sql.of("LOCALTIMESTAMP");
      case SQLITE -> Sql.of("CURRENT_TIMESTAMP");
    };
  }

  /** {@return what the times of one hour have in common: what is cheapest to make and compare} */
  Sql hour(Sql time) {
    return switch (dialect) {
      case MARIADB -> Sql.of("TIMESTAMPDIFF(HOUR, '1970-01-01 00:00:00', ").sql(time).words(")");
      case POSTGRESQL -> Sql.of("date_trunc('hour', ").sql(time).words(")");
      case SQLITE -> Sql.of("strftime('%Y-%m-%d %H:00', ").sql(time).words(")");
    };
  }

  /** {@return such an hour as {@code 2026-11-20 13:00}} */
  Sql hourText(Sql hour) {
    return switch (dialect) {
      case MARIADB ->
          Sql.of("DATE_FORMAT('1970-01-01' + INTERVAL ")
              .sql(hour)
              .words(" HOUR, '%Y-%m-%d %H:00')");
      case POSTGRESQL -> Sql.of("to_char(").sql(hour).words(", 'YYYY-MM-DD HH24:00')");
      case SQLITE -> hour;
    };
  }

  /** {@return what the times of one day have in common} */
  Sql day(Sql time) {
    return switch (dialect) {
      case MARIADB -> Sql.of("TO_DAYS(").sql(time).words(")");
      case POSTGRESQL -> Sql.of("date_trunc('day', ").sql(time).words(")");
      case SQLITE -> Sql.of("strftime('%Y-%m-%d', ").sql(time).words(")");
    };
  }

  /** {@return such a day as {@code 2026-11-20}} */
  Sql dayText(Sql day) {
    return switch (dialect) {
      case MARIADB -> Sql.of("DATE_FORMAT(FROM_DAYS(").sql(day).words("), '%Y-%m-%d')");
      case POSTGRESQL -> Sql.of("to_char(").sql(day).words(", 'YYYY-MM-DD')");
      case SQLITE -> day;
    };
  }

  /** {@return the hour of the day, 0 to 23} */
  Sql hourOfDay(Sql time) {
    return switch (dialect) {
      case MARIADB -> Sql.of("HOUR(").sql(time).words(")");
      case POSTGRESQL -> Sql.of("EXTRACT(HOUR FROM ").sql(time).words(")");
      case SQLITE -> Sql.of("CAST(strftime('%H', ").sql(time).words(") AS INTEGER)");
    };
  }

  /** {@return the value as text} */
  Sql text(Sql value) {
    return dialect == Dialect.MARIADB
        ? Sql.of("CAST(").sql(value).words(" AS CHAR)")
        : Sql.of("CAST(").sql(value).words(" AS TEXT)");
  }

  /** {@return a text so that only the very same text is equal to it} */
  Sql exact(Sql text) {
    return dialect == Dialect.MARIADB ? Sql.of("BINARY ").sql(text) : text;
  }

  /**
   * {@return what stands between two such texts to see whether the second is a pattern of the
   * first}
   */
  Sql like() {
    return dialect == Dialect.MARIADB ? Sql.of(" LIKE BINARY ") : Sql.of(" LIKE ");
  }

  /** {@return a text without case, for {@link #like}, as {@link #lower(Sql)} writes a column} */
  String lower(String text) {
    if (dialect != Dialect.SQLITE) {
      return text.toLowerCase(Locale.ROOT);
    }
    // SQLite knows the case of the letters of ASCII only.
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return lower.toString();
  }

  /** {@return a column without case} */
  Sql lower(Sql text) {
    return Sql.of("LOWER(").sql(text).words(")");
  }

  /** {@return the part of a text before its first at sign, which may have none} */
  private Sql user(Sql text) {
    return switch (dialect) {
      case MARIADB -> Sql.of("SUBSTRING_INDEX(").sql(text).words(", '@', 1)");
      case POSTGRESQL -> Sql.of("split_part(").sql(text).words(", '@', 1)");
      case SQLITE ->
          Sql.of("substr(").sql(text).words(", 1, instr(").sql(text).words(" || '@', '@') - 1)");
    };
  }

  /** {@return the first characters of a number, or of a SIP URI's user, without a leading plus} */
  Sql prefix(Sql number, int digits) {
    Sql bare =
        Sql.of("REPLACE(REPLACE(REPLACE(")
            .sql(lower(number))
            .words(", 'sips:', ''), 'sip:', ''), 'tel:', '')");
    Sql user = user(bare);
    Sql plain =
        dialect == Dialect.SQLITE
            ? Sql.of("LTRIM(").sql(user).words(", '+')")
            : Sql.of("TRIM(LEADING '+' FROM ").sql(user).words(")");
    return Sql.of("SUBSTR(").sql(plain).words(", 1, ").number(digits).words(")");
  }

  /** {@return the number that a text spells, NULL for another text} */
  Sql number(Sql text) {
    return switch (dialect) {
      case MARIADB ->
          Sql.of("CASE WHEN ")
              .sql(text)
              .words(" REGEXP '^[0-9]+([.][0-9]+)?$' THEN CAST(")
              .sql(text)
              .words(" AS DECIMAL(20,3)) END");
      case POSTGRESQL ->
          Sql.of("CASE WHEN ")
              .sql(text)
              .words(" ~ '^[0-9]+([.][0-9]+)?$' THEN CAST(")
              .sql(text)
              .words(" AS NUMERIC(20,3)) END");
      case SQLITE ->
          Sql.of("CASE WHEN ")
              .sql(text)
              .words(" GLOB '[0-9]*' AND ")
              .sql(text)
              .words(" NOT GLOB '*[^0-9.]*' AND ")
              .sql(text)
              .words(" NOT GLOB '*.*.*' THEN CAST(")
              .sql(text)
              .words(" AS REAL) END");
    };
  }
}
