package dev.opensipsmcp.server.toolset.diagnose.engine;

import dev.opensipsmcp.sip.message.SafeText;
import java.util.regex.Pattern;

/**
 * Names what others wrote within our own sentences: an identifier as far as it looks like one, and
 * nothing else. What a phone, a database or a log holds may be written to mislead the reader.
 */
public final class Quote {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:@+;=/*%#\\[\\]-]{1,100}");

  private Quote() {}

  /** {@return the name in quotes, or a word that says that it stands under the evidence only} */
  public static String of(String text) {
    return isName(text) ? '"' + text + '"' : "(name under evidence)";
  }

  /** {@return whether a text looks like an identifier and nothing else} */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * {@return a text for showing as data: without passwords and control characters, and not longer
   * than told}
   *
   * @param text what others wrote
   * @param longest characters at most
   */
  public static String shortened(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    SafeText.withoutPasswords(text.length() > longest ? text.substring(0, longest) + "…" : text)
        .codePoints()
        .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
