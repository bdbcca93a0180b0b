package dev.opensipsmcp.server.toolset.logread;

/**
 * What stays of a text when what varies from line to line is taken out: what stands in brackets or
 * quotes, numbers, and words that hold a digit or an {@code @}, as addresses, URIs and identifiers
 * do. One pass, since every line of a log takes it.
 */
final class Shape {
  private static final int LONGEST = 200;
  private static final int FARTHEST = 400;

  private Shape() {}

  /** {@return the shape, at most 200 characters} */
  static String of(String text) {
    StringBuilder shape = new StringBuilder(LONGEST);
    int at = 0;
    while (at < text.length() && shape.length() < LONGEST) {
      char c = text.charAt(at);
      int close = closing(text, at, c);
      if (close > at) {
        shape.append('#');
        at = close + 1;
      } else if (isWord(c)) {
        int end = at;
        boolean varies = false;
        while (end < text.length() && isWord(text.charAt(end))) {
          char inside = text.charAt(end);
          varies |= inside == '@' || (inside >= '0' && inside <= '9');
          end++;
        }
        if (varies) {
          shape.append('#');
        } else {
          shape.append(text, at, Math.min(end, at + LONGEST - shape.length()));
        }
        at = end;
      } else {
        shape.append(c);
        at++;
      }
    }
    return shape.toString();
  }

  private static int closing(String text, int at, char open) {
    char close =
        switch (open) {
          case '<' -> '>';
          case '[' -> ']';
          case '"' -> '"';
          case '|' -> '|';
          default -> 0;
        };
    if (close == 0) {
      return -1;
    }
    int end = text.indexOf(close, at + 1);
    return end > at && end - at <= FARTHEST ? end : -1;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '.' || c == ':' || c == '-';
  }
}
