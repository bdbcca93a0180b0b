package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;
import java.util.Arrays;

/** What quoted strings stand for. */
final class Escapes {
  private final String whole;
  private final StringBuilder value = new StringBuilder();
  private int[] offsets = new int[64];

  private Escapes(String whole) {
    this.whole = whole;
  }

  /**
   * Resolves escapes and joins adjacent strings.
   *
   * @param whole the whole text
   * @param span where the strings stand, with their quotes and what is between them
   * @return what they stand for
   */
  static String value(String whole, Span span) {
    return plain(whole, span)
        ? whole.substring(span.start() + 1, span.end() - 1)
        : resolved(whole, span).text();
  }

  /** {@return whether it is one string that stands for what is in its quotes} */
  static boolean plain(String whole, Span span) {
    char quote = whole.charAt(span.start());
    int at = span.start() + 1;
    while (at < span.end()
        && whole.charAt(at) != quote
        && (quote == '\'' || whole.charAt(at) != '\\')) {
      at++;
    }
    return at == span.end() - 1 && whole.charAt(at) == quote;
  }

  /** {@return what strings stand for, with the offset of each character} */
  static Chars resolved(String whole, Span span) {
    Escapes escapes = new Escapes(whole);
    int at = span.start();
    int end = at + 1;
    while (at < span.end()) {
      char c = whole.charAt(at);
      if (c == '"' || c == '\'') {
        end = escapes.string(at, span.end());
        at = end + 1;
      } else {
        at = between(whole, at, c);
      }
    }
    escapes.put('\0', end);
    escapes.value.setLength(escapes.value.length() - 1);
    String text = escapes.value.toString();
    return Chars.of(text, escapes.offsets);
  }

  private static int between(String whole, int at, char c) {
    return c == '#'
        ? Characters.lineEnd(whole, at)
        : c == '/' ? Math.max(at + 1, Comments.end(whole, at)) : at + 1;
  }

  /** {@return the offset of the closing quote} */
  private int string(int start, int limit) {
    char quote = whole.charAt(start);
    int at = start + 1;
    while (at < limit && whole.charAt(at) != quote) {
      char c = whole.charAt(at);
      int next = quote == '"' && c == '\\' ? escape(at, limit) : at;
      if (next == at) {
        put(c, at);
        next++;
      }
      at = next;
    }
    return at;
  }

  /** {@return the offset behind the escape; at, when the backslash stands for itself} */
  private int escape(int at, int limit) {
    char c = at + 1 < limit ? whole.charAt(at + 1) : ' ';
    int simple = "nrat\"\\".indexOf(c);
    if (simple >= 0) {
      put("\n\r\u0007\t\"\\".charAt(simple), at);
      return at + 2;
    }
    if (c == '\n') {
      return at + 2;
    }
    int digits = at + (c == 'x' ? 2 : 1);
    int end = digits;
    int most = digits + (c == 'x' ? 2 : 3);
    while (end < Math.min(limit, most) && digit(whole.charAt(end), c == 'x')) {
      end++;
    }
    if (end - digits < (c == 'x' ? 1 : 2)) {
      return at;
    }
    put((char) (Integer.parseInt(whole, digits, end, c == 'x' ? 16 : 8) & 0xff), at);
    return end;
  }

  private static boolean digit(char c, boolean hex) {
    return hex ? Characters.hex(c) : c >= '0' && c <= '7';
  }

  private void put(char c, int offset) {
    if (value.length() == offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[value.length()] = offset;
    value.append(c);
  }
}
