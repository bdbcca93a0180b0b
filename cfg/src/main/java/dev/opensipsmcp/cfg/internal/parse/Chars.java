package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;

/**
 * Characters of the whole text, or what a string stands for, with the offset of each in the whole.
 *
 * @param text the characters
 * @param end where to stop in them
 * @param base the offset of the first one, if there are no single offsets
 * @param offsets the offset of each one and of the end; empty when they follow each other
 */
record Chars(String text, int end, int base, int[] offsets) {
  private static final int[] PLAIN = {};

  static Chars of(String whole, Span span) {
    return new Chars(whole, span.end(), 0, PLAIN);
  }

  static Chars of(String value, int base) {
    return new Chars(value, value.length(), base, PLAIN);
  }

  int offset(int at) {
    return offsets.length == 0 ? base + at : offsets[at];
  }

  Span span(int from, int to) {
    return new Span(offset(from), Math.max(offset(from), offset(to)));
  }

  boolean is(int at, char c) {
    return at < end && text.charAt(at) == c;
  }
}
