package dev.opensipsmcp.server.redact;

import java.util.regex.Pattern;

/** The words that say where a secret comes from, in place of the secret. */
public final class SourceWords {
  /** What a name of a file, a variable or a stored secret may be. */
  public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /** What a word may be. */
  public static final String PATTERN = "^(generate|prompt|(file|env|stored):" + NAME + ")$";

  private static final Pattern WORD = Pattern.compile(PATTERN);

  private SourceWords() {}

  /** {@return whether the text is such a word} */
  public static boolean are(String text) {
    return WORD.matcher(text).matches();
  }
}
