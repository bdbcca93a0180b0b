package dev.opensipsmcp.cfg.internal.check;

import java.util.Optional;

/**
 * Finds what keeps an extended POSIX regular expression from being compiled. It knows the plain
 * mistakes, brackets above all, and takes the rest for right.
 */
final class PosixRegex {
  private final String text;
  private int at;

  private PosixRegex(String text) {
    this.text = text;
  }

  /** {@return what is wrong with an expression, as the end of a sentence} */
  static Optional<String> fault(String text) {
    return new PosixRegex(text).find();
  }

  private Optional<String> find() {
    int open = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        if (at == text.length()) {
          return Optional.of("it ends with a backslash");
        }
        at++;
      } else if (c == '(') {
        open++;
      } else if (c == ')') {
        if (open-- == 0) {
          return Optional.of("a ) closes nothing");
        }
      } else if (c == '[' && !skipSet()) {
        return Optional.of("a [ is never closed");
      }
    }
    return open > 0 ? Optional.of("a ( is never closed") : Optional.empty();
  }

  /** Goes behind the bracket that closes a set; the first character never does. */
  private boolean skipSet() {
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    int first = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean named = c == '[' && at + 1 < text.length() && ":.=".indexOf(text.charAt(at + 1)) >= 0;
      if (named) {
        int end = text.indexOf(text.charAt(at + 1) + "]", at + 2);
        if (end < 0) {
          return false;
        }
        at = end + 2;
      } else if (c == ']' && at > first) {
        at++;
        return true;
      } else {
        at++;
      }
    }
    return false;
  }
}
