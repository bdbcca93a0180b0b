package dev.opensipsmcp.sip.message;

/**
 * Something in a message that breaks a rule; the message stays evidence.
 *
 * @param kind which rule, for programs
 * @param where the header's name, {@code start line} or {@code body}
 * @param text one sentence for people; it quotes nothing of the message but numbers and names
 */
public record Defect(Kind kind, String where, String text) {
  /** Rules that messages break. */
  public enum Kind {
    BAD_START_LINE,
    /** The version in the first line is not 2.0. */
    BAD_VERSION,
    /** The Request-URI breaks the grammar. */
    BAD_URI,
    BAD_HEADER_LINE,
    BAD_VALUE,
    MISSING_HEADER,
    REPEATED_HEADER,
    /** CSeq names another method than the request does. */
    METHOD_MISMATCH,
    /** Content-Length is larger than what came: the message was cut. */
    TRUNCATED,
    /** More came than Content-Length says. */
    TRAILING_BYTES,
    NO_END_OF_HEADERS,
    /** Lines end without a carriage return. */
    BAD_LINE_END,
    BAD_BODY,
    NOT_UTF8
  }
}
