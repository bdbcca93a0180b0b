package dev.opensipsmcp.cfg.internal.parse;

/** Strings in quotes. */
final class Quotes {
  private Quotes() {}

  /**
   * Finds the end of a string.
   *
   * @param start the offset of its opening quote
   * @param limit where to stop looking
   * @return the offset behind its closing quote; 0 when there is none
   */
  static int end(String text, int start, int limit) {
    char quote = text.charAt(start);
    for (int at = start + 1; at < limit; at++) {
      char c = text.charAt(at);
      if (c == quote) {
        return at + 1;
      }
      if (quote == '"' && c == '\\' && at + 1 < limit && escapes(text.charAt(at + 1))) {
        at++;
      }
    }
    return 0;
  }

  /**
   * {@return whether a string over several lines more likely lacks its end: behind a string there
   * is a blank or a sign, and a word only where another string begins}
   */
  static boolean suspicious(String text, int start, int end) {
    if (end >= text.length() || text.indexOf('\n', start, end) < 0) {
      return false;
    }
    char next = text.charAt(end);
    return Characters.word(next) || "$/.%<>@\\".indexOf(next) >= 0;
  }

  private static boolean escapes(char c) {
    return c == '"' || c == '\\';
  }
}
