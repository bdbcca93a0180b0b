package dev.opensipsmcp.cfg.internal.parse;

/** Where a variable in a script ends, as OpenSIPS's lexer finds it. */
final class Variables {
  /** How far an unclosed variable is looked at twice, so that no text takes forever. */
  private static final int NEAR = 200;

  private static final String ENDS = ";,=<>!&|^~+-/*%";

  private final String text;

  Variables(String text) {
    this.text = text;
  }

  /**
   * Finds the end of a variable. In parentheses anything goes, up to the end of the line. Without,
   * OpenSIPS takes whatever is no operator, comma, semicolon or blank: {@code $ru]} with the
   * bracket.
   *
   * @param start where its dollar sign stands
   * @return the offset behind it
   */
  int end(int start) {
    int depth = 0;
    int at = start + 1;
    int soft = -1;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        if (depth <= 1) {
          return depth == 0 ? at : at + 1;
        }
        depth--;
      } else if (ends(at, c)) {
        if (depth == 0) {
          return at;
        }
        if (c == '\n') {
          break;
        }
        soft = soft < 0 ? at : soft;
      }
    }
    return depth > 0 && soft > 0 && at - start < NEAR ? soft : lineEnd(at, start);
  }

  private int lineEnd(int at, int start) {
    return at > start + 1 && text.charAt(at - 1) == '\r' ? at - 1 : at;
  }

  private boolean ends(int at, char c) {
    return Characters.space(c)
        || ENDS.indexOf(c) >= 0
        || (c == ':' && Characters.is(text, at + 1, '='));
  }
}
