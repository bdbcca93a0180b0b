package dev.opensipsmcp.mi.internal.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.MiType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which JSON values OpenSIPS takes for which type (recorded on 3.4, 3.6 and 4.0): numbers and
 * strings of digits for each other; {@code true} only for flags, which also take 1 and 0; arrays
 * only for arrays; null for nothing.
 */
final class Values {
  private static final int MOST_DIGITS = 11;

  private Values() {}

  /** {@return what is wrong with a value, to follow the parameter's name; nothing when it fits} */
  static Optional<String> fault(MiType type, JsonElement value) {
    if (holdsNul(value)) {
      return Optional.of(" holds a NUL character, where OpenSIPS would cut the text");
    }
    boolean fits =
        switch (type) {
          case STRING -> value instanceof JsonPrimitive text && !text.isBoolean() && finite(text);
          case INT -> value instanceof JsonPrimitive number && isInt(number);
          case BOOL -> value instanceof JsonPrimitive flag && isFlag(flag);
          case ARRAY -> value instanceof JsonArray array && !array.isEmpty();
          case ANY -> !value.isJsonNull();
        };
    return fits ? Optional.empty() : Optional.of(expected(type));
  }

  private static String expected(MiType type) {
    return switch (type) {
      case STRING -> " must be a string or a number";
      case INT -> " must be a whole number of 32 bits, or a string of its digits";
      case BOOL -> " must be true or false";
      case ARRAY -> " must be an array of at least one value";
      case ANY -> " must not be null";
    };
  }

  private static boolean isFlag(JsonPrimitive value) {
    return value.isBoolean() || value.getAsString().equals("1") || value.getAsString().equals("0");
  }

  private static boolean isInt(JsonPrimitive value) {
    if (value.isBoolean()) {
      return false;
    }
    return value.isString() ? isInt(value.getAsString()) : isInt32(value);
  }

  private static boolean isInt32(JsonPrimitive value) {
    return finite(value) && isInt(value.getAsBigDecimal());
  }

  private static boolean isInt(BigDecimal value) {
    // Scale first: comparing 1e999999999 would build all its digits.
    if (value.precision() - value.scale() > MOST_DIGITS || value.stripTrailingZeros().scale() > 0) {
      return false;
    }
    long number = value.longValue();
    return number == (int) number;
  }

  private static boolean isInt(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == start || text.length() > MOST_DIGITS) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    long number = Long.parseLong(text);
    return number == (int) number;
  }

  private static boolean finite(JsonPrimitive value) {
    return !value.isNumber() || Double.isFinite(value.getAsDouble());
  }

  private static boolean holdsNul(JsonElement value) {
    return switch (value) {
      case JsonPrimitive text -> text.isString() && text.getAsString().indexOf('\0') >= 0;
      case JsonArray array -> {
        boolean found = false;
        for (JsonElement element : array) {
          found |= holdsNul(element);
        }
        yield found;
      }
      default -> false;
    };
  }
}
