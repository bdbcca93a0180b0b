package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.internal.sql.Sql;
import java.util.Locale;
import java.util.Optional;

/** A unit of time in INTERVAL and EXTRACT. */
enum TimeUnit {
  SECOND(Sql.of("SECOND")),
  MINUTE(Sql.of("MINUTE")),
  HOUR(Sql.of("HOUR")),
  DAY(Sql.of("DAY")),
  WEEK(Sql.of("WEEK")),
  MONTH(Sql.of("MONTH")),
  YEAR(Sql.of("YEAR"));

  private final Sql sql;

  TimeUnit(Sql sql) {
    this.sql = sql;
  }

  Sql sql() {
    return sql;
  }

  /** {@return the unit of that name, in the singular or the plural} */
  static Optional<TimeUnit> named(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    for (TimeUnit unit : values()) {
      if (wanted.equals(unit.name()) || wanted.equals(unit.name() + "S")) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
