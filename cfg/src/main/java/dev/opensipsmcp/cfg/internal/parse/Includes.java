package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;
import java.util.Optional;

/** Lines that include a file. */
public final class Includes {
  private Includes() {}

  /** {@return whether this part is the word that includes a file} */
  static boolean word(String text, int start, int end) {
    return (end - start == 12 && text.startsWith("include_file", start))
        || (end - start == 11 && text.startsWith("import_file", start));
  }

  /**
   * Finds what a line includes.
   *
   * @param text where
   * @param line the offset where the line begins
   * @return where the path stands, without its quotes; empty when the line includes nothing
   */
  public static Optional<Span> path(String text, int line) {
    int word = blanks(text, line);
    int end = word;
    while (end < text.length() && Characters.word(text.charAt(end))) {
      end++;
    }
    int quote = blanks(text, end);
    int close = word(text, word, end) ? pathEnd(text, quote) : quote;
    return close == quote ? Optional.empty() : Optional.of(new Span(quote + 1, close - 1));
  }

  /** {@return whether only blanks stand before an offset in its line} */
  static boolean startsLine(String text, int offset) {
    int at = offset;
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  /** {@return the offset behind blanks} */
  static int blanks(String text, int start) {
    int at = start;
    while (Characters.is(text, at, ' ') || Characters.is(text, at, '\t')) {
      at++;
    }
    return at;
  }

  /**
   * Finds the quoted path.
   *
   * @param text where
   * @param start where its quote should be
   * @return the offset behind its closing quote; start when it is no path
   */
  static int pathEnd(String text, int start) {
    if (!Characters.is(text, start, '"') && !Characters.is(text, start, '\'')) {
      return start;
    }
    int close = text.indexOf(text.charAt(start), start + 1);
    return close < 0 || close < start + 3 || close > Characters.lineEnd(text, start)
        ? start
        : close + 1;
  }
}
