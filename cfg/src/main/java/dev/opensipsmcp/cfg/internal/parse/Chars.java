package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;

/** Characters of the whole text, or what a string stands for, with their offsets in the whole. */
final class Chars {
  private static final int[] PLAIN = {};

  private final String text;
  private final int end;
  private final int base;

  /** The offset of each character and of the end; empty when they follow each other. */
  private final int[] offsets;

  private final Spellings spellings;

  private Chars(String text, int end, int base, int[] offsets, Spellings spellings) {
    this.text = text;
    this.end = end;
    this.base = base;
    this.offsets = offsets;
    this.spellings = spellings;
  }

  /** {@return a part of the whole text, whose words recur} */
  static Chars of(String whole, Span span, Spellings spellings) {
    return new Chars(whole, span.end(), 0, PLAIN, spellings);
  }

  /** {@return characters that stand in the whole as they are, from an offset on} */
  static Chars of(String value, int base) {
    return new Chars(value, value.length(), base, PLAIN, Spellings.NONE);
  }

  /** {@return characters of which each has its own offset, and so has their end} */
  static Chars of(String value, int[] offsets) {
    return new Chars(value, value.length(), 0, offsets, Spellings.NONE);
  }

  String text() {
    return text;
  }

  /** {@return the word between two places} */
  String word(int from, int to) {
    return spellings.word(text, from, to);
  }

  /** {@return where to stop} */
  int end() {
    return end;
  }

  Span span(int from, int to) {
    return new Span(offset(from), Math.max(offset(from), offset(to)));
  }

  boolean is(int at, char c) {
    return at < end && text.charAt(at) == c;
  }

  private int offset(int at) {
    return offsets.length == 0 ? base + at : offsets[at];
  }
}
