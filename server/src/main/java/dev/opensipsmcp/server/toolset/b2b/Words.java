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

  /** {@return whether the text is a bare SIP or SIPS URI, without angle brackets} */
  static boolean sipUri(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    int scheme = low.startsWith("sip:") ? 4 : low.startsWith("sips:") ? 5 : text.length();
    return scheme < text.length() && text.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>');
  }
}
