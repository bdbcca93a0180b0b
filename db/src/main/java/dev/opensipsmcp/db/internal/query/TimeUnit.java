package dev.opensipsmcp.db.internal.query;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.util.Locale;
import java.util.Optional;

/** A unit of time in INTERVAL and EXTRACT. */
enum TimeUnit {
  SECOND("SECOND"),
  MINUTE("MINUTE"),
  HOUR("HOUR"),
  DAY("DAY"),
  WEEK("WEEK"),
  MONTH("MONTH"),
  YEAR("YEAR");

  @CompileTimeConstant private final String word;

  TimeUnit(@CompileTimeConstant String word) {
    this.word = word;
  }

  Sql sql() {
    return Sql.of(word);
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
