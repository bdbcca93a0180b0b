package dev.opensipsmcp.sip.internal.homer;

/**
 * Writes values of conditions so that the server can't take them for operators: a leading {@code
 * !=} negates, {@code ||} makes an OR, {@code ;} a list, {@code isEmpty} and {@code isNull} are
 * words, quotes and {@code &} become entities that no row has. What has such signs is looked for by
 * a pattern that fits a little more; the rows are then held against the value itself.
 */
final class V3Value {
  private static final String SIGNS = ";,'&\\\"%";

  private V3Value() {}

  /** {@return a value that finds rows with exactly this text, and perhaps others} */
  static String of(String text) {
    StringBuilder value = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign = SIGNS.indexOf(c) >= 0 || (i == 0 && (c == '!' || c == '|')) || c < ' ';
      value.append(sign ? '%' : c);
    }
    if (text.equals("isEmpty") || text.equals("isNull")) {
      value.setCharAt(value.length() - 1, '%');
    }
    return value.toString();
  }

  /** {@return whether {@link #of} writes the text as it is, so that it may stand in a list} */
  static boolean plain(String text) {
    return of(text).equals(text) && !text.isEmpty();
  }
}
