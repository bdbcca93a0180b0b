package dev.opensipsmcp.cfg.internal.check;

import java.util.Optional;
import java.util.Set;

/**
 * Finds what keeps an extended POSIX regular expression from being compiled by the C library that
 * OpenSIPS uses on Linux, glibc. Time grows with the length of the expression.
 */
final class PosixRegex {
  private static final int MOST_REPEATS = 32767;

  private static final Set<String> CLASSES =
      Set.of(
          "alpha", "digit", "alnum", "upper", "lower", "space", "blank", "punct", "print", "graph",
          "cntrl", "xdigit");

  private final String text;
  private int at;
  private int open;
  private int closed;
  private Optional<String> fault = Optional.empty();

  private PosixRegex(String text) {
    this.text = text;
  }

  /** {@return what is wrong with an expression, as the end of a sentence} */
  static Optional<String> fault(String text) {
    PosixRegex regex = new PosixRegex(text);
    regex.read();
    return regex.fault;
  }

  private void read() {
    boolean operand = false;
    while (at < text.length() && fault.isEmpty()) {
      char c = text.charAt(at++);
      switch (c) {
        case '(' -> {
          open++;
          operand = false;
        }
        case ')' -> {
          closed += open > 0 ? 1 : 0;
          open -= open > 0 ? 1 : 0;
          operand = true;
        }
        case '|', '^', '$' -> operand = false;
        case '*', '+', '?', '{' -> repeat(c, operand);
        default -> {
          one(c);
          operand = true;
        }
      }
    }
    if (fault.isEmpty() && open > 0) {
      fault = Optional.of("a ( is never closed");
    }
  }

  private void repeat(char sign, boolean operand) {
    if (!operand) {
      fault = Optional.of("there is nothing before " + sign + " to repeat");
    } else if (sign == '{') {
      interval();
    }
  }

  private void one(char c) {
    if (c == '[') {
      set();
    } else if (c == '\\' && at == text.length()) {
      fault = Optional.of("it ends with a backslash");
    } else if (c == '\\') {
      char next = text.charAt(at++);
      if (next >= '1' && next <= '9' && next - '0' > closed) {
        fault = Optional.of("\\" + next + " refers to no group before it");
      }
    }
  }

  private void interval() {
    int end = text.indexOf('}', at);
    String inside = end < 0 ? "x" : text.substring(at, end);
    int comma = inside.indexOf(',');
    int least = number(comma < 0 ? inside : inside.substring(0, comma), 0);
    int most = comma < 0 ? least : number(inside.substring(comma + 1), MOST_REPEATS);
    boolean empty = comma < 0 && inside.isEmpty();
    if (empty || least < 0 || most < least || most > MOST_REPEATS) {
      fault = Optional.of("{" + inside + " is no number of repeats");
    } else {
      at = end + 1;
    }
  }

  private static int number(String digits, int none) {
    if (digits.isEmpty()) {
      return none;
    }
    boolean number = digits.length() <= 6 && digits.chars().allMatch(it -> it >= '0' && it <= '9');
    return number ? Integer.parseInt(digits) : -1;
  }

  /** Goes behind the bracket that closes a set; the first character never does. */
  private void set() {
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    int first = at;
    while (at < text.length() && fault.isEmpty()) {
      if (text.charAt(at) == ']' && at > first) {
        at++;
        return;
      }
      element();
    }
    if (fault.isEmpty()) {
      fault = Optional.of("a [ is never closed");
    }
  }

  /** A character, a class, or a range. */
  private void element() {
    int from = character();
    boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
    if (!range || fault.isPresent()) {
      return;
    }
    at++;
    int to = character();
    boolean again = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
    if (fault.isEmpty() && (from < 0 || to < 0 || again || backwards(from, to))) {
      fault = Optional.of("a range in brackets ends before it begins");
    }
  }

  /** Case does not count, so one of the two must be in order. */
  private static boolean backwards(int from, int to) {
    return Character.toLowerCase(to) < Character.toLowerCase(from)
        && Character.toUpperCase(to) < Character.toUpperCase(from);
  }

  /** {@return the character that is next; a negative number for a class} */
  private int character() {
    char c = text.charAt(at);
    boolean named = c == '[' && at + 1 < text.length() && ":.=".indexOf(text.charAt(at + 1)) >= 0;
    if (!named) {
      at++;
      return c;
    }
    char kind = text.charAt(at + 1);
    int end = text.indexOf(kind + "]", at + 2);
    String name = end < 0 ? "" : text.substring(at + 2, end);
    if (end < 0 || (kind == ':' ? !CLASSES.contains(name) : name.length() != 1)) {
      fault = Optional.of("[" + kind + name + " names no class of characters");
      return -1;
    }
    at = end + 2;
    return kind == '.' ? name.charAt(0) : -1;
  }
}
