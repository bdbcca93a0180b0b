package dev.opensipsmcp.server.redact;

/**
 * How what this server sealed or marked itself is written, so that it may stand where the secret
 * itself may not.
 */
public final class SealedForm {
  /** What a sealed text begins with. */
  public static final String SEALED = "sealed:1:";

  /** What a mark begins with. */
  public static final String MARKED = "mark:1:";

  /** Nonce, one block and tag, in base64. */
  private static final int SHORTEST_SEALED = 123;

  private static final int MARK_CHARS = 22;

  private SealedForm() {}

  /** {@return whether the text has the form of something sealed or of a mark} */
  public static boolean is(String text) {
    if (text.startsWith(SEALED)) {
      return text.length() >= SEALED.length() + SHORTEST_SEALED && base64(text, SEALED.length());
    }
    return text.startsWith(MARKED)
        && text.length() == MARKED.length() + MARK_CHARS
        && base64(text, MARKED.length());
  }

  private static boolean base64(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!digit && !letter && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
