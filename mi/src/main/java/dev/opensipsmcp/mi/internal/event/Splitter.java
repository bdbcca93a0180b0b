package dev.opensipsmcp.mi.internal.event;

import java.util.Arrays;

/**
 * Cuts a stream into JSON values that follow one another with nothing, or with blanks, between
 * them. It looks at brackets and strings only; whether a piece is sound is for its taker to say.
 */
final class Splitter {

  /** Takes the pieces in order. */
  interface Taker {
    /** Takes a value that starts and ends with a bracket. */
    void value(byte[] bytes, int from, int length);

    /** Is told of a run of bytes between values that starts no value. */
    void stray();
  }

  private final int longest;
  private final Taker taker;
  private byte[] held = new byte[1024];
  private int length;
  private int depth;
  private boolean inText;
  private boolean escaped;
  private boolean strayed;

  /**
   * A splitter of one stream.
   *
   * @param longest the longest value, in bytes
   * @param taker takes the pieces
   */
  Splitter(int longest, Taker taker) {
    this.longest = longest;
    this.taker = taker;
  }

  /**
   * Goes on with the next bytes of the stream.
   *
   * @return false when a value is longer than allowed: the rest can't be understood then
   */
  boolean feed(byte[] bytes, int from, int count) {
    int start = depth > 0 ? from : -1;
    for (int i = from; i < from + count; i++) {
      byte b = bytes[i];
      if (depth == 0) {
        if (b == '{' || b == '[') {
          depth = 1;
          strayed = false;
          start = i;
        } else {
          stray(b);
        }
      } else if (ends(b)) {
        keep(bytes, start, i + 1 - start);
        start = -1;
        if (length > longest) {
          return false;
        }
        taker.value(held, 0, length);
        length = 0;
      }
    }
    if (start >= 0) {
      keep(bytes, start, from + count - start);
    }
    return length <= longest;
  }

  /** {@return whether the stream stopped within a value, or was given up within one} */
  boolean unfinished() {
    return length > 0;
  }

  private boolean ends(byte b) {
    if (inText) {
      boolean closes = b == '"' && !escaped;
      escaped = b == '\\' && !escaped;
      inText = !closes;
      return false;
    }
    switch (b) {
      case '"' -> inText = true;
      case '{', '[' -> depth++;
      case '}', ']' -> depth--;
      default -> {}
    }
    return depth == 0;
  }

  private void stray(byte b) {
    boolean blank = b == ' ' || b == '\n' || b == '\r' || b == '\t';
    if (!blank && !strayed) {
      strayed = true;
      taker.stray();
    }
  }

  private void keep(byte[] bytes, int from, int count) {
    if (length + count > held.length) {
      held = Arrays.copyOf(held, Math.max(length + count, 2 * held.length));
    }
    System.arraycopy(bytes, from, held, length, count);
    length += count;
  }
}
