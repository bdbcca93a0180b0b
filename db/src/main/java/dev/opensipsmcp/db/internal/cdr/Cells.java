package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads what the databases compute, which each gives a type of its own. */
final class Cells {
  private Cells() {}

  /** {@return a number; 0 for NULL} */
  static BigDecimal number(Row row, String column) {
    return maybeNumber(row, column).orElse(BigDecimal.ZERO);
  }

  /** {@return a number, if it is one} */
  static Optional<BigDecimal> maybeNumber(Row row, String column) {
    return switch (row.value(column)) {
      case Value.Whole(BigInteger number) -> Optional.of(new BigDecimal(number));
      case Value.Real(BigDecimal number) -> Optional.of(number);
      case Value.Text(String text) -> parsed(text);
      case Value.Null _, Value.Moment _, Value.Bytes _ -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> parsed(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** {@return a whole number; 0 for NULL} */
  static long whole(Row row, String column) {
    return number(row, column).longValue();
  }

  /** {@return a time, also one that SQLite computed and therefore gives as text} */
  static Optional<LocalDateTime> time(Value value) {
    return switch (value) {
      case Value.Moment(LocalDateTime time) -> Optional.of(time);
      case Value.Text(String text) -> time(text);
      case Value.Null _, Value.Whole _, Value.Real _, Value.Bytes _ -> Optional.empty();
    };
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.strip().replace(' ', 'T')));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
