package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.syntax.Span;

/** Where to cut and to insert so that the lines around stay as they are. */
final class Layout {
  private Layout() {}

  /** {@return the part to cut so that no empty line is left, when it has its line for itself} */
  static Span withLine(String text, Span span) {
    int start = span.start();
    while (start > 0 && blank(text.charAt(start - 1))) {
      start--;
    }
    int end = span.end();
    while (end < text.length() && blank(text.charAt(end))) {
      end++;
    }
    boolean fromLineStart = start == 0 || text.charAt(start - 1) == '\n';
    boolean toLineEnd = end == text.length() || lineEnd(text.charAt(end));
    if (!fromLineStart || !toLineEnd) {
      return span;
    }
    if (end < text.length() && text.charAt(end) == '\r') {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '\n') {
      end++;
    }
    return new Span(start, end);
  }

  /**
   * {@return where a new line can be inserted behind a part: at the end of its line, when only
   * blanks or a comment of that line follow; else right behind it}
   */
  static int behind(String text, Span span) {
    int at = span.end();
    while (at < text.length() && blank(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '#') {
      while (at < text.length() && !lineEnd(text.charAt(at))) {
        at++;
      }
    }
    return at == text.length() || lineEnd(text.charAt(at)) ? at : span.end();
  }

  /** {@return the line end that a text uses} */
  static String newline(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /** {@return the blanks that the line of an offset begins with} */
  static String indent(String text, int offset) {
    int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    int end = start;
    while (end < offset && blank(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  /** {@return the line of an offset, without blanks around and not longer than 160 characters} */
  static String line(String text, int offset) {
    int at = Math.min(offset, text.length());
    int start = Math.max(text.lastIndexOf('\n', Math.max(0, at - 1)) + 1, at - 120);
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    return text.substring(start, Math.min(end, start + 160)).strip();
  }

  /** {@return whether parentheses stand right around a part} */
  static boolean inParentheses(String text, Span span) {
    int before = span.start() - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    int after = span.end();
    while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    return before >= 0
        && after < text.length()
        && text.charAt(before) == '('
        && text.charAt(after) == ')';
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean lineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
