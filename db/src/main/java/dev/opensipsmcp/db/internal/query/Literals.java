package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;

/** Understands texts, numbers, times and spans of time. */
final class Literals {
  /** {@code 1} with a unit behind it, or {@code '1 hour'}. */
  private static final Pattern SPAN = Pattern.compile("'?\\s*(\\d{1,9})\\s*([A-Za-z]*)\\s*'?");

  private static final int LONGEST_NUMBER = 40;

  private Literals() {}

  static Expr text(StringValue value) {
    if (value.getPrefix() != null) {
      throw Refused.feature(value, "A text with a prefix");
    }
    return new Expr.Text(value.getNotExcapedValue());
  }

  static Expr whole(LongValue value) {
    String digits = value.getStringValue();
    if (digits.length() > LONGEST_NUMBER || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Refused.feature(value, "A number of this form");
    }
    return new Expr.Whole(new BigInteger(digits));
  }

  static Expr decimal(DoubleValue value) {
    String digits = value.toString();
    try {
      BigDecimal number = new BigDecimal(digits);
      if (digits.length() <= LONGEST_NUMBER && Math.abs(number.scale()) <= LONGEST_NUMBER) {
        return new Expr.Decimal(number);
      }
    } catch (NumberFormatException e) {
      // The refusal below says it.
    }
    throw Refused.feature(value, "A number of this form");
  }

  static Expr now(TimeKeyExpression key) {
    return switch (key.getStringValue().toUpperCase(Locale.ROOT).replace("()", "")) {
      case "CURRENT_TIMESTAMP" -> new Expr.Now(false);
      case "CURRENT_DATE" -> new Expr.Now(true);
      default -> throw Refused.feature(key, key.getStringValue());
    };
  }

  static Expr interval(IntervalExpression interval, Dialect dialect) {
    if (dialect == Dialect.SQLITE) {
      throw Refused.because(
          Refused.at(interval) + "SQLite has no INTERVAL.",
          "Write datetime('now', '-1 hour') or the like.");
    }
    String amount = interval.getParameter();
    Matcher span = SPAN.matcher(amount == null ? "" : amount);
    if (interval.getExpression() == null && interval.isUsingIntervalKeyword() && span.matches()) {
      String unit = interval.getIntervalType() == null ? span.group(2) : interval.getIntervalType();
      boolean twice = interval.getIntervalType() != null && !span.group(2).isEmpty();
      Optional<TimeUnit> known = twice ? Optional.empty() : TimeUnit.named(unit);
      if (known.isPresent()) {
        return new Expr.Interval(Long.parseLong(span.group(1)), known.get());
      }
    }
    throw Refused.because(
        Refused.at(interval) + "This INTERVAL is not understood.",
        "Write a number and one unit: INTERVAL 1 HOUR, or INTERVAL '1 hour'.");
  }
}
