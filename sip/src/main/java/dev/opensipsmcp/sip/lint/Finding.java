package dev.opensipsmcp.sip.lint;

/**
 * Something wrong or doubtful.
 *
 * @param rule the rule's stable id
 * @param severity how much it matters
 * @param where a header's name, {@code start line}, {@code body}, or {@code media 1} and so on
 * @param text what it is and why it matters, one or two sentences; quotes no secret
 * @param fix one sentence: what to do about it
 * @param reference where the rule stands, such as {@code RFC 3264 6.1}
 */
public record Finding(
    String rule, Severity severity, String where, String text, String fix, String reference) {

  /** How much a finding matters. */
  public enum Severity {
    /** It breaks a rule; others may refuse or misread the message. */
    ERROR,
    /** It works with many and fails with some. */
    WARNING,
    /** Good to know. */
    NOTE
  }
}
