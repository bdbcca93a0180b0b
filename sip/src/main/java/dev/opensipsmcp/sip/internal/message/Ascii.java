package dev.opensipsmcp.sip.internal.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks at bytes as text without making text of them. Ends are the first place behind. */
public final class Ascii {
  private static final int VERSION_LENGTH = 7;

  /** Those that nearly every message has, so that they are not made anew. */
  private static final String[] METHODS = {
    "INVITE",
    "ACK",
    "BYE",
    "CANCEL",
    "REGISTER",
    "OPTIONS",
    "SUBSCRIBE",
    "NOTIFY",
    "PRACK",
    "UPDATE",
    "INFO",
    "REFER",
    "MESSAGE",
    "PUBLISH"
  };

  private Ascii() {}

  /** {@return where the line that holds {@code from} ends: its line feed, or {@code to}} */
  public static int lineEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return Math.max(from, Math.min(at, to));
  }

  /** {@return the end without a carriage return before it} */
  public static int withoutReturn(byte[] bytes, int start, int end) {
    return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  /** {@return whether it is a blank within a line} */
  public static boolean isBlank(byte c) {
    return c == ' ' || c == '\t';
  }

  /** {@return the first place that is neither blank nor line end} */
  public static int overBlanks(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  /** {@return the end without blanks and line ends before it} */
  public static int backOverBlanks(byte[] bytes, int start, int end) {
    int at = end;
    while (at > start && isSpace(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  /**
   * {@return the text without the blanks and line ends around it} Other control characters stay, as
   * SIP knows no other white space (RFC 3261, section 25.1).
   */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** {@return the first place that is a blank or a line end} */
  public static int overWord(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && !isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  /** {@return the text up to its first blank or line end} */
  public static String word(String text) {
    int at = 0;
    while (at < text.length() && !isSpace(text.charAt(at))) {
      at++;
    }
    return text.substring(0, at);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** {@return the first place that is no digit} */
  public static int overDigits(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  /** {@return the number that the bytes write out; -1 when they don't, or one over 63 bits} */
  public static long number(byte[] bytes, int start, int end) {
    if (start == end) {
      return -1;
    }
    long number = 0;
    for (int at = start; at < end; at++) {
      if (bytes[at] < '0' || bytes[at] > '9' || number > (Long.MAX_VALUE - 9) / 10) {
        return -1;
      }
      number = 10 * number + bytes[at] - '0';
    }
    return number;
  }

  /** {@return whether the text, in ASCII, begins at {@code start}} */
  public static boolean startsWith(byte[] bytes, int start, int end, String text) {
    if (end - start < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether the bytes are the text in ASCII, whatever the case} */
  public static boolean same(byte[] bytes, int start, int end, String text) {
    if (end - start != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (lower(bytes[start + i]) != lower((byte) text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  /** {@return whether two stretches hold the same bytes} */
  public static boolean equal(byte[] one, int start, int end, byte[] other, int from, int to) {
    return Arrays.equals(one, start, end, other, from, to);
  }

  /** {@return the status code of a response's first line, 100 to 699; 0 when it is none} */
  public static int statusCode(byte[] bytes, int start, int end) {
    if (end - start < 11
        || !isVersion(bytes, start, start + VERSION_LENGTH)
        || bytes[start + VERSION_LENGTH] != ' ') {
      return 0;
    }
    long code = number(bytes, start + 8, start + 11);
    boolean ends = end - start == 11 || isBlank(bytes[start + 11]);
    return ends && code >= 100 && code <= 699 ? (int) code : 0;
  }

  /** {@return whether the bytes are a version of SIP; its letters may be small (section 7.1)} */
  public static boolean isVersion(byte[] bytes, int from, int to) {
    return to - from == VERSION_LENGTH
        && same(bytes, from, from + 4, "SIP/")
        && overDigits(bytes, from + 4, to) == from + 5
        && bytes[from + 5] == '.'
        && overDigits(bytes, from + 6, to) == to;
  }

  /** {@return a method's name} */
  public static String method(byte[] bytes, int start, int end) {
    for (String method : METHODS) {
      if (method.length() == end - start && startsWith(bytes, start, end, method)) {
        return method;
      }
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
