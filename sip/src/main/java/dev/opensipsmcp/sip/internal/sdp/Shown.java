package dev.opensipsmcp.sip.internal.sdp;

/** Words of a description within a sentence: short, and of plain characters only. */
public final class Shown {
  private static final int MOST = 40;

  private Shown() {}

  /** {@return the word, cut, with a question mark for what is no plain character} */
  public static String word(String text) {
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < text.length() && at < MOST; at++) {
      char c = text.charAt(at);
      shown.append(c > ' ' && c < 127 ? c : '?');
    }
    return shown.isEmpty() ? "nothing" : shown.toString();
  }
}
