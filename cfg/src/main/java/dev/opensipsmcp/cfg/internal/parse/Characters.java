package dev.opensipsmcp.cfg.internal.parse;

/** The kinds of characters that OpenSIPS's lexer tells apart; all of them are ASCII. */
final class Characters {
  private Characters() {}

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean hex(char c) {
    return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** {@return whether a word goes on with it} */
  static boolean word(char c) {
    return letter(c) || digit(c) || c == '_';
  }

  /** {@return whether the name of a variable goes on with it} */
  static boolean variable(char c) {
    return word(c) || c == '.';
  }

  static boolean space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\b';
  }

  /** {@return whether this character stands there} */
  static boolean is(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** {@return the offset of the line's end: of its line feed, or of the end of the text} */
  static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
