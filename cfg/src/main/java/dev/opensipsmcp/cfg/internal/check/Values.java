package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Literal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What values count as. */
final class Values {
  /** Words that the lexer takes for 1 and 0. */
  private static final Set<String> SWITCHES =
      Set.of("yes", "no", "true", "false", "on", "off", "enable", "disable");

  private Values() {}

  /** {@return whether a value is a number, or a word that stands for one} */
  static boolean number(Literal value) {
    return switch (value) {
      case Literal.Number _ -> true;
      case Literal.Text text -> !text.quoted() && isSwitch(text.value());
      case Literal.Null _, Literal.Address _ -> false;
    };
  }

  /** {@return the number that a value is} */
  static Optional<Long> asNumber(Literal value) {
    return switch (value) {
      case Literal.Number number -> Optional.of(number.value());
      case Literal.Text text ->
          number(text)
              ? Optional.of(
                  Set.of("yes", "true", "on", "enable").contains(lower(text.value())) ? 1L : 0L)
              : Optional.empty();
      case Literal.Null _, Literal.Address _ -> Optional.empty();
    };
  }

  /** {@return whether a bare word stands for 1 or 0} */
  static boolean isSwitch(String word) {
    return SWITCHES.contains(lower(word));
  }

  /** {@return the whole number that a text is} */
  static Optional<Long> whole(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
