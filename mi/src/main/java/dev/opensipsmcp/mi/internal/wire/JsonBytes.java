package dev.opensipsmcp.mi.internal.wire;

import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a JSON text as they arrive, cut into strings and numbers. Text that recurs, as names
 * of members and of phone models do, is made only once.
 */
final class JsonBytes {
  private static final int START = 1 << 14;
  private static final int CACHED = 1 << 10;
  private static final int LONGEST_CACHED = 64;

  private final InputStream in;
  private final String[] cache = new String[CACHED];
  private final byte[][] cachedBytes = new byte[CACHED][];
  private byte[] buffer = new byte[START];
  private int at;
  private int limit;

  /** What the last {@link #stringEnd} found: whether there are escapes, and bytes beyond ASCII. */
  private boolean escaped;

  private boolean beyondAscii;

  JsonBytes(InputStream in) {
    this.in = in;
  }

  /** {@return the next byte that is no white space, which is taken; -1 at the end} */
  int next() throws IOException {
    while (true) {
      while (at < limit) {
        byte b = buffer[at++];
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
          return b & 0xff;
        }
      }
      if (!more()) {
        return -1;
      }
    }
  }

  /** Puts the byte back that was taken last. */
  void back() {
    at--;
  }

  /** Takes these letters. */
  void expect(String letters) throws IOException {
    for (int i = 0; i < letters.length(); i++) {
      if (at == limit && !more()) {
        throw new EOFException("End of input");
      }
      if (buffer[at++] != letters.charAt(i)) {
        throw malformed("no JSON value");
      }
    }
  }

  /** Passes over a string, behind its first quote. */
  void skipString() throws IOException {
    while (true) {
      byte[] bytes = buffer;
      int to = limit;
      for (int i = at; i < to; i++) {
        byte b = bytes[i];
        if (b == '"') {
          at = i + 1;
          return;
        }
        if (b == '\\') {
          at = i;
          string();
          return;
        }
      }
      at = limit;
      if (!more()) {
        throw new EOFException("End of input in a string");
      }
    }
  }

  /** Takes a string, behind its first quote. */
  String string() throws IOException {
    int end = stringEnd();
    String text;
    if (escaped) {
      text = unescape(end);
    } else if (beyondAscii) {
      text = new String(buffer, at, end - at, StandardCharsets.UTF_8);
    } else {
      text = ascii(end);
    }
    at = end + 1;
    return text;
  }

  private String ascii(int end) {
    int length = end - at;
    if (length > LONGEST_CACHED) {
      return new String(buffer, at, length, StandardCharsets.ISO_8859_1);
    }
    int slot = slot(length);
    byte[] known = cachedBytes[slot];
    if (known != null && Arrays.equals(known, 0, known.length, buffer, at, end)) {
      return cache[slot];
    }
    String text = new String(buffer, at, length, StandardCharsets.ISO_8859_1);
    cache[slot] = text;
    cachedBytes[slot] = Arrays.copyOfRange(buffer, at, end);
    return text;
  }

  /** A few bytes tell most texts apart; where they do not, the text is only made again. */
  private int slot(int length) {
    if (length == 0) {
      return 0;
    }
    int mixed =
        length * 31 * 31 * 31
            + buffer[at] * 31 * 31
            + buffer[at + length / 2] * 31
            + buffer[at + length - 1];
    return (mixed ^ mixed >>> 10) & CACHED - 1;
  }

  /** {@return where the closing quote of a string is that begins here; all of it is held then} */
  private int stringEnd() throws IOException {
    escaped = false;
    int seen = 0;
    int i = at;
    while (true) {
      byte[] bytes = buffer;
      int to = limit;
      while (i < to) {
        byte b = bytes[i];
        if (b == '"') {
          beyondAscii = seen < 0;
          return i;
        }
        if (b == '\\') {
          escaped = true;
          i++;
        }
        seen |= b;
        i++;
      }
      int passed = i - at;
      if (!more()) {
        throw new EOFException("End of input in a string");
      }
      i = at + passed;
    }
  }

  private String unescape(int end) throws IOException {
    StringBuilder text = new StringBuilder(end - at);
    int from = at;
    for (int i = at; i < end; i++) {
      if (buffer[i] == '\\') {
        text.append(new String(buffer, from, i - from, StandardCharsets.UTF_8));
        i++;
        if (buffer[i] == 'u') {
          text.append(unit(i + 1, end));
          i += 4;
        } else {
          text.append(escape(buffer[i]));
        }
        from = i + 1;
      }
    }
    return text.append(new String(buffer, from, end - from, StandardCharsets.UTF_8)).toString();
  }

  private char unit(int from, int end) throws IOException {
    if (from + 4 > end) {
      throw malformed("an escape is cut off");
    }
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(buffer[i], 16);
      if (digit < 0) {
        throw malformed("no escape");
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private static char escape(byte letter) throws IOException {
    return switch (letter) {
      case '"', '\\', '/' -> (char) letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw malformed("no escape");
    };
  }

  /** Takes a number, from its first character on. */
  String number() throws IOException {
    int i = at;
    while (true) {
      while (i < limit && ofNumber(buffer[i])) {
        i++;
      }
      if (i < limit) {
        break;
      }
      int passed = i - at;
      if (!more()) {
        i = at + passed;
        break;
      }
      i = at + passed;
    }
    if (!valid(i)) {
      throw malformed("no number");
    }
    String text = ascii(i);
    at = i;
    return text;
  }

  private static boolean ofNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
  }

  /** Whether the bytes up to here are a number of JSON's grammar. */
  private boolean valid(int end) {
    int i = at;
    if (i < end && buffer[i] == '-') {
      i++;
    }
    int whole = digits(i, end);
    if (whole == i || (buffer[i] == '0' && whole > i + 1)) {
      return false;
    }
    i = whole;
    if (i < end && buffer[i] == '.') {
      int fraction = digits(i + 1, end);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    if (i < end && (buffer[i] == 'e' || buffer[i] == 'E')) {
      i++;
      if (i < end && (buffer[i] == '+' || buffer[i] == '-')) {
        i++;
      }
      int exponent = digits(i, end);
      return exponent > i && exponent == end;
    }
    return i == end;
  }

  private int digits(int from, int end) {
    int i = from;
    while (i < end && buffer[i] >= '0' && buffer[i] <= '9') {
      i++;
    }
    return i;
  }

  /** Fetches more; what is not taken yet is kept and may move to the front. */
  private boolean more() throws IOException {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, limit - at);
      limit -= at;
      at = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * limit);
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count <= 0) {
      return false;
    }
    limit += count;
    return true;
  }

  static MalformedJsonException malformed(String what) {
    return new MalformedJsonException(what);
  }
}
