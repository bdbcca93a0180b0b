package dev.opensipsmcp.sip.internal.message;

/** The sets of characters that the grammar of SIP knows (RFC 3261 section 25.1). */
final class Chars {
  static final int DIGIT = 1;
  static final int HEX = 1 << 1;
  static final int TOKEN = 1 << 2;
  static final int WORD = 1 << 3;

  /** Of a user part, besides escapes. */
  static final int USER = 1 << 4;

  static final int PASSWORD = 1 << 5;

  /** Of a URI's parameters, besides escapes. */
  static final int PARAMETER = 1 << 6;

  /** Of a URI's headers, besides escapes. */
  static final int HEADER = 1 << 7;

  /** Of a host name; the underscore is none by the rule, but names have it. */
  static final int HOST = 1 << 8;

  /** Of any URI, besides escapes (RFC 3986). */
  static final int URI = 1 << 9;

  static final int SCHEME = 1 << 10;

  /** Of a value behind an equals sign that is not quoted: a token or a host. */
  static final int VALUE = 1 << 11;

  /** Of a telephone number, its separators included (RFC 3966). */
  static final int PHONE = 1 << 12;

  private static final String ALPHA = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String UNRESERVED = ALPHA + DIGITS + "-_.!~*'()";
  private static final int[] SETS = new int[128];

  static {
    add(DIGIT, DIGITS);
    add(HEX, DIGITS + "abcdefABCDEF");
    add(TOKEN, ALPHA + DIGITS + "-.!%*_+`'~");
    add(WORD, ALPHA + DIGITS + "-.!%*_+`'~()<>:\\\"/[]?{}");
    add(USER, UNRESERVED + "&=+$,;?/");
    add(PASSWORD, UNRESERVED + "&=+$,");
    add(PARAMETER, UNRESERVED + "[]/:&+$");
    add(HEADER, UNRESERVED + "[]/?:+$");
    add(HOST, ALPHA + DIGITS + "-._");
    add(URI, UNRESERVED + ";/?:@&=+$,[]#");
    add(SCHEME, ALPHA + DIGITS + "+-.");
    add(VALUE, ALPHA + DIGITS + "-.!%*_+`'~[]:");
    add(PHONE, DIGITS + "abcdefABCDEF*#-.()");
  }

  private Chars() {}

  private static void add(int set, String chars) {
    for (int i = 0; i < chars.length(); i++) {
      SETS[chars.charAt(i)] |= set;
    }
  }

  /** {@return whether the character is in the set} */
  static boolean in(int set, char c) {
    return c < 128 && (SETS[c] & set) != 0;
  }

  /** {@return whether all of a stretch, which is not empty, is in the set} */
  static boolean all(int set, String text, int from, int to) {
    return from < to && over(set, text, from, to) == to;
  }

  /** {@return the first place that is not in the set} */
  static int over(int set, String text, int from, int to) {
    int at = from;
    while (at < to && in(set, text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** {@return the first place that is no blank} */
  static int overBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** {@return the first place that is neither in the set nor part of an escape} */
  static int overEscaped(int set, String text, int from, int to) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (in(set, c)) {
        at++;
      } else if (c == '%'
          && at + 2 < to
          && in(HEX, text.charAt(at + 1))
          && in(HEX, text.charAt(at + 2))) {
        at += 3;
      } else {
        return at;
      }
    }
    return at;
  }

  /** {@return behind the quoted text that begins here, or -1 where it has no end} */
  static int overQuoted(String text, int from, int to) {
    int at = from + 1;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      at += c == '\\' ? 2 : 1;
    }
    return -1;
  }

  /**
   * {@return the number that a stretch of digits writes out; -1 when it is none or over {@code
   * most}}
   */
  static long number(String text, int from, int to, long most) {
    if (!all(DIGIT, text, from, to)) {
      return -1;
    }
    long number = 0;
    for (int at = from; at < to; at++) {
      number = 10 * number + text.charAt(at) - '0';
      if (number > most) {
        return -1;
      }
    }
    return number;
  }
}
