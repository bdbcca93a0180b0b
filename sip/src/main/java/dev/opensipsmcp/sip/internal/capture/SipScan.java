package dev.opensipsmcp.sip.internal.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Recognises a SIP message and finds a few of its header fields without making a single object. One
 * object serves for all messages: what it says holds for the message scanned last.
 */
public final class SipScan {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long RESPONSE = word("SIP/2.0 ");
  private static final int VERSION = 7;
  private static final byte[] VERSION_BYTES = "SIP/2.0".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_FIRST_LINE = 8192;
  private static final int LONGEST_METHOD = 32;

  /** Differs between processes, so that nobody can prepare Call-IDs that collide. */
  private static final long SEED = IpEnds.mix(System.nanoTime() | 1);

  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long LF = LOW * '\n';
  private static final boolean[] TOKEN = token();

  /** What begins at a place. */
  public enum Start {
    /** No SIP message. */
    NONE,
    /** It can't be told before more bytes are there. */
    UNKNOWN,
    REQUEST,
    RESPONSE
  }

  private byte[] bytes = new byte[0];
  private boolean request;
  private int methodAt;
  private int methodEnd;
  private int uriEnd;
  private int code;
  private int callIdAt;
  private int callIdEnd;
  private int fromAt;
  private int fromEnd;
  private int toAt;
  private int toEnd;
  private int cseqAt;
  private int cseqEnd;
  private long contentLength;
  private int bodyAt;
  private int firstLineEnd;
  private int valueAt;
  private int valueEnd;

  private static long word(String eight) {
    return (long) LONG.get(eight.getBytes(StandardCharsets.US_ASCII), 0);
  }

  private static boolean[] token() {
    boolean[] token = new boolean[256];
    for (char c = 0; c < 128; c++) {
      token[c] = Character.isLetterOrDigit(c) || "-.!%*_+`'~".indexOf(c) >= 0;
    }
    return token;
  }

  /** {@return where the next line feed is, or {@code to}} */
  static int lineFeed(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      long x = (long) LONG.get(bytes, at) ^ LF;
      long found = x - LOW & ~x & HIGH;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >> 3);
      }
      at += 8;
    }
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** {@return what begins here; quick where it is no SIP} */
  public Start start(byte[] array, int from, int to) {
    int first = from < to ? array[from] & 255 : 0;
    if (!TOKEN[first]) {
      return Start.NONE;
    }
    if (first == 'S' && to - from >= 8 && (long) LONG.get(array, from) == RESPONSE) {
      return to - from >= 12 ? response(array, from, to) : Start.UNKNOWN;
    }
    int at = from;
    int stop = Math.min(to, from + LONGEST_METHOD);
    while (at < stop && TOKEN[array[at] & 255]) {
      at++;
    }
    if (at == to) {
      return mayBecomeSip(array, from, to) ? Start.UNKNOWN : Start.NONE;
    }
    if (array[at] != ' ') {
      return to - from <= VERSION && mayBecomeSip(array, from, to) ? Start.UNKNOWN : Start.NONE;
    }
    int space = at;
    int line = lineFeed(array, at, Math.min(to, from + LONGEST_FIRST_LINE));
    if (line == to || array[line] != '\n') {
      return line == to && to - from < LONGEST_FIRST_LINE ? Start.UNKNOWN : Start.NONE;
    }
    int end = line;
    while (end > space && array[end - 1] <= ' ') {
      end--;
    }
    int version = end - VERSION;
    if (version <= space + 1 || array[version - 1] != ' ' || !same(array, version, VERSION_BYTES)) {
      return Start.NONE;
    }
    request = true;
    code = 0;
    methodAt = from;
    methodEnd = space;
    uriEnd = version - 1;
    firstLineEnd = line + 1;
    return Start.REQUEST;
  }

  /** A stream may have been cut within {@code SIP/2.0}. */
  private static boolean mayBecomeSip(byte[] array, int from, int to) {
    int size = Math.min(to - from, VERSION);
    boolean prefix = Arrays.equals(array, from, from + size, VERSION_BYTES, 0, size);
    boolean method = to - from < LONGEST_METHOD;
    for (int at = from; method && at < to; at++) {
      method = TOKEN[array[at] & 255];
    }
    return prefix || method;
  }

  private Start response(byte[] array, int from, int to) {
    int hundreds = array[from + 8] - '0';
    int tens = array[from + 9] - '0';
    int ones = array[from + 10] - '0';
    if (hundreds < 1 || hundreds > 6 || tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      return Start.NONE;
    }
    int line = lineFeed(array, from + 11, Math.min(to, from + LONGEST_FIRST_LINE));
    if (line == to || array[line] != '\n') {
      return line == to && to - from < LONGEST_FIRST_LINE ? Start.UNKNOWN : Start.NONE;
    }
    request = false;
    code = hundreds * 100 + tens * 10 + ones;
    methodAt = 0;
    methodEnd = 0;
    uriEnd = 0;
    firstLineEnd = line + 1;
    return Start.RESPONSE;
  }

  private static boolean same(byte[] array, int at, byte[] text) {
    return Arrays.equals(array, at, at + text.length, text, 0, text.length);
  }

  /**
   * Finds the header fields of the message whose {@link #start} was found last.
   *
   * @param whole whether Content-Length and the body's beginning are wanted as well
   */
  public void headers(byte[] array, int to, boolean whole) {
    bytes = array;
    callIdAt = callIdEnd = fromAt = fromEnd = toAt = toEnd = cseqAt = cseqEnd = 0;
    contentLength = -1;
    bodyAt = -1;
    int found = 0;
    int at = firstLineEnd;
    while (at < to && (whole || found < 15)) {
      int line = lineFeed(array, at, to);
      switch (array[at]) {
        case 'C', 'c' -> found |= c(array, at, line, to);
        case 'I', 'i' -> {
          if (callIdEnd == 0 && field(array, at, at + 1, line, to)) {
            callIdAt = valueAt;
            callIdEnd = valueEnd;
            found |= 1;
          }
        }
        case 'F', 'f' -> {
          if (fromEnd == 0 && field(array, at, at + name(array, at, line, "from", 1), line, to)) {
            fromAt = valueAt;
            fromEnd = valueEnd;
            found |= 2;
          }
        }
        case 'T', 't' -> {
          if (toEnd == 0 && field(array, at, at + name(array, at, line, "to", 1), line, to)) {
            toAt = valueAt;
            toEnd = valueEnd;
            found |= 4;
          }
        }
        case 'L', 'l' -> {
          if (field(array, at, at + 1, line, to)) {
            length(array);
          }
        }
        case '\r', '\n' -> {
          if (array[at] == '\n' || line == at + 1) {
            bodyAt = Math.min(to, line + 1);
            return;
          }
        }
        default -> {}
      }
      at = line + 1;
    }
  }

  private int c(byte[] array, int at, int line, int to) {
    int second = at + 1 < line ? array[at + 1] | 32 : 0;
    if (second == 'a' && callIdEnd == 0) {
      if (field(array, at, at + name(array, at, line, "call-id", 0), line, to)) {
        callIdAt = valueAt;
        callIdEnd = valueEnd;
        return 1;
      }
    } else if (second == 's' && cseqEnd == 0) {
      if (field(array, at, at + name(array, at, line, "cseq", 0), line, to)) {
        cseqAt = valueAt;
        cseqEnd = valueEnd;
        if (!request) {
          method(array);
        }
        return 8;
      }
    } else if (second == 'o'
        && field(array, at, at + name(array, at, line, "content-length", 0), line, to)) {
      length(array);
    }
    return 0;
  }

  /** {@return the length of the name if it stands here in any case, else the other} */
  private static int name(byte[] array, int at, int line, String name, int otherwise) {
    if (line - at <= name.length()) {
      return otherwise;
    }
    for (int i = 0; i < name.length(); i++) {
      if ((array[at + i] | 32) != name.charAt(i)) {
        return otherwise;
      }
    }
    return name.length();
  }

  /** Takes the value of a field whose name ends here, without blanks and folds around it. */
  private boolean field(byte[] array, int from, int nameEnd, int line, int to) {
    int at = nameEnd;
    if (at == from) {
      return false;
    }
    while (at < line && (array[at] == ' ' || array[at] == '\t')) {
      at++;
    }
    if (at >= line || array[at] != ':') {
      return false;
    }
    at++;
    int end = line;
    while (end + 1 < to && (array[end + 1] == ' ' || array[end + 1] == '\t')) {
      end = lineFeed(array, end + 1, to);
    }
    while (at < end && array[at] >= 0 && array[at] <= ' ') {
      at++;
    }
    while (end > at && array[end - 1] >= 0 && array[end - 1] <= ' ') {
      end--;
    }
    valueAt = at;
    valueEnd = end;
    return end > at;
  }

  private void method(byte[] array) {
    int at = valueEnd;
    while (at > valueAt && TOKEN[array[at - 1] & 255]) {
      at--;
    }
    if (at > valueAt) {
      methodAt = at;
      methodEnd = valueEnd;
    }
  }

  private void length(byte[] array) {
    long length = 0;
    int at = valueAt;
    while (at < valueEnd && array[at] >= '0' && array[at] <= '9' && length < Integer.MAX_VALUE) {
      length = length * 10 + array[at] - '0';
      at++;
    }
    if (contentLength < 0 && at > valueAt) {
      contentLength = length;
    }
  }

  boolean isRequest() {
    return request;
  }

  /** {@return the status code, or 0 of a request} */
  int code() {
    return code;
  }

  /** {@return Content-Length, or -1} */
  long contentLength() {
    return contentLength;
  }

  /** {@return where the body begins, or -1 where the headers do not end} */
  int bodyAt() {
    return bodyAt;
  }

  int callIdAt() {
    return callIdAt;
  }

  int callIdEnd() {
    return callIdEnd;
  }

  int methodAt() {
    return methodAt;
  }

  int methodEnd() {
    return methodEnd;
  }

  String method() {
    return text(methodAt, methodEnd);
  }

  String from() {
    return text(fromAt, fromEnd);
  }

  String to() {
    return text(toAt, toEnd);
  }

  String callId() {
    return text(callIdAt, callIdEnd);
  }

  /** {@return the Request-URI, or the empty text of a response} */
  String uri() {
    return request ? text(methodEnd + 1, uriEnd).strip() : "";
  }

  private String text(int at, int end) {
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }

  /** {@return a hash of the Call-ID} */
  long callIdHash() {
    return hash(bytes, callIdAt, callIdEnd);
  }

  static long hash(byte[] bytes, int from, int to) {
    long hash = SEED ^ to - from;
    int at = from;
    while (at + 8 <= to) {
      hash = (hash ^ (long) LONG.get(bytes, at)) * 0xd6e8feb86659fd93L;
      hash ^= hash >>> 32;
      at += 8;
    }
    long rest = 0;
    while (at < to) {
      rest = rest << 8 | (bytes[at] & 255);
      at++;
    }
    hash = (hash ^ rest) * 0xd6e8feb86659fd93L;
    return hash ^ hash >>> 32;
  }
}
