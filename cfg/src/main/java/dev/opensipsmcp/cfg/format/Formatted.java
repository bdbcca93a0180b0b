package dev.opensipsmcp.cfg.format;

/** What came of formatting a text. */
public sealed interface Formatted {
  /**
   * The text in the one layout.
   *
   * @param text the new text
   */
  record Done(String text) implements Formatted {}

  /**
   * The text is left as it is.
   *
   * @param reason why, one sentence
   */
  record Refused(String reason) implements Formatted {}
}
