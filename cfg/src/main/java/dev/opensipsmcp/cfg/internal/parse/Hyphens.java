package dev.opensipsmcp.cfg.internal.parse;

import java.util.List;

/** The few words of the language that have a hyphen; in all others it is a sign. */
final class Hyphens {
  /**
   * {@code mem-group} and {@code read-only} in all versions; the others, also with underscores,
   * since 4.0.
   */
  private static final List<String> WORDS =
      List.of(
          "mem-group",
          "read-only",
          "allow-proxy-protocol",
          "allow-proxy",
          "allow_proxy-protocol",
          "send-proxy-protocol",
          "send-proxy",
          "send_proxy-protocol",
          "proxy-protocol");

  private Hyphens() {}

  /** {@return the end of the word that begins at start and whose first part ends at end} */
  static int end(String text, int start, int end) {
    if (!Characters.is(text, end, '-')) {
      return end;
    }
    for (String word : WORDS) {
      if (word.length() > end - start && text.regionMatches(true, start, word, 0, word.length())) {
        return start + word.length();
      }
    }
    return end;
  }
}
