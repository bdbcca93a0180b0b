package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads defaults as catalogues write them, and compares them. */
final class Defaults {
  private static final Pattern QUOTED = Pattern.compile("(?s)'((?:[^']|'')*)'(?:::.*)?");
  private static final Pattern CAST = Pattern.compile("\\(?([^():]+)\\)?(?:::.*)?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private Defaults() {}

  /** {@return the bare value; empty when it is NULL, or none} */
  static Optional<String> read(String text, Dialect dialect) {
    String plain = text.strip();
    if (plain.isEmpty()) {
      // MySQL gives an empty text without quotes; the others give nothing when there is none.
      return dialect == Dialect.MARIADB ? Optional.of("") : Optional.empty();
    }
    Matcher quoted = QUOTED.matcher(plain);
    if (quoted.matches()) {
      return Optional.of(quoted.group(1).replace("''", "'"));
    }
    Matcher cast = CAST.matcher(plain);
    String bare = cast.matches() ? cast.group(1).strip() : plain;
    return bare.equalsIgnoreCase("NULL") ? Optional.empty() : Optional.of(bare);
  }

  /** {@return whether both are the same value: {@code 1.0} is {@code 1}} */
  static boolean same(Optional<String> one, Optional<String> other) {
    if (one.isPresent() && other.isPresent() && number(one.get()) && number(other.get())) {
      return new BigDecimal(one.get()).compareTo(new BigDecimal(other.get())) == 0;
    }
    return one.equals(other);
  }

  private static boolean number(String text) {
    return NUMBER.matcher(text).matches();
  }
}
