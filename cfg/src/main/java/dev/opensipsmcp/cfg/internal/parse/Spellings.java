package dev.opensipsmcp.cfg.internal.parse;

import java.util.Arrays;

/**
 * Takes words out of a text. A file is made of few different ones, so most are the same string as
 * the last time, whose hash is known already.
 */
final class Spellings {
  /** Remembers none. */
  static final Spellings NONE = new Spellings(1, 0);

  private final String[] seen;
  private final int longest;

  private Spellings(int room, int longest) {
    this.longest = longest;
    seen = new String[room];
    Arrays.fill(seen, "");
  }

  /** {@return one that remembers the words of a text of that length} */
  static Spellings of(int length) {
    return new Spellings(Math.clamp(Integer.highestOneBit(length / 16 + 1), 64, 1 << 13), 40);
  }

  /** {@return what stands between two offsets} */
  String word(String text, int start, int end) {
    if (end - start > longest) {
      return text.substring(start, end);
    }
    int hash = 0;
    for (int at = start; at < end; at++) {
      hash = 31 * hash + text.charAt(at);
    }
    int place = Math.floorMod(hash ^ (hash >>> 13), seen.length);
    String last = seen[place];
    if (last.length() == end - start && text.startsWith(last, start)) {
      return last;
    }
    String word = text.substring(start, end);
    seen[place] = word;
    return word;
  }
}
