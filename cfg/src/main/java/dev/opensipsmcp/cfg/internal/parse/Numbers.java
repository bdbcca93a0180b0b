package dev.opensipsmcp.cfg.internal.parse;

/** Numbers as OpenSIPS writes them. */
final class Numbers {
  private Numbers() {}

  /**
   * Reads a number; one that is too big counts as the biggest.
   *
   * @param text decimal, octal with a leading zero, or hexadecimal with {@code 0x}
   */
  static long value(String text) {
    boolean hex = text.startsWith("0x");
    int radix = hex ? 16 : text.startsWith("0") && octal(text) ? 8 : 10;
    long value = 0;
    for (int at = hex ? 2 : 0; at < text.length(); at++) {
      value = value * radix + Character.digit(text.charAt(at), radix);
      if (value > Integer.MAX_VALUE * 0x1000L) {
        return Long.MAX_VALUE;
      }
    }
    return value;
  }

  private static boolean octal(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '7');
  }
}
