package dev.opensipsmcp.server.toolset.b2b;

import java.util.Locale;

/** Small helps with texts. */
final class Words {

  private Words() {}

  /** {@return the word for a number, or {@code unknown}} */
  static String at(String[] words, long number) {
    return number >= 0 && number < words.length ? words[(int) number] : "unknown";
  }

  /** {@return whether the text holds this part, which is in lower case} */
  static boolean holds(String text, String part) {
    return part.isEmpty() || text.toLowerCase(Locale.ROOT).contains(part);
  }
}
