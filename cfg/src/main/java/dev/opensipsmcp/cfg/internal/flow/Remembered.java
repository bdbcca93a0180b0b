package dev.opensipsmcp.cfg.internal.flow;

import java.util.regex.Pattern;

/** Compares values that scripts remember: constants, and what a function answered. */
final class Remembered {
  /** What a function answered, when that is kept in a variable and is above 0. */
  static final String POSITIVE = "\1+";

  /** What a function answered, when that is kept in a variable and is below 0. */
  static final String NEGATIVE = "\1-";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private Remembered() {}

  /** {@return whether a comparison may hold} */
  static boolean may(String value, String operator, String constant) {
    return switch (operator) {
      case "==" -> same(value, constant);
      case "!=" -> value.equals(NEGATIVE) || !same(value, constant) || many(value, constant);
      default -> ordered(value, operator, constant, true);
    };
  }

  /** {@return whether a comparison may fail} */
  static boolean mayNot(String value, String operator, String constant) {
    return switch (operator) {
      case "==" -> may(value, "!=", constant);
      case "!=" -> may(value, "==", constant);
      default -> ordered(value, operator, constant, false);
    };
  }

  static boolean falsy(String value) {
    return value.isEmpty() || value.equals("0");
  }

  private static boolean many(String value, String constant) {
    return value.equals(POSITIVE) && !constant.equals("1");
  }

  private static boolean same(String value, String constant) {
    return switch (value) {
      case POSITIVE -> NUMBER.matcher(constant).matches() && Integer.parseInt(constant) > 0;
      case NEGATIVE -> NUMBER.matcher(constant).matches() && Integer.parseInt(constant) < 0;
      default -> value.equals(constant) || (falsy(value) && falsy(constant));
    };
  }

  private static boolean ordered(String value, String operator, String constant, boolean wanted) {
    String number =
        switch (value) {
          case POSITIVE -> "1";
          case NEGATIVE -> "-1";
          case "" -> "0";
          default -> value;
        };
    if (!NUMBER.matcher(number).matches() || !NUMBER.matcher(constant).matches()) {
      return true;
    }
    int order = Integer.compare(Integer.parseInt(number), Integer.parseInt(constant));
    boolean holds =
        switch (operator) {
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          case ">=" -> order >= 0;
          default -> wanted;
        };
    return holds == wanted;
  }
}
