package dev.opensipsmcp.cfg.syntax;

/**
 * A piece of the text. Tokens follow each other without a gap, comments and white space included,
 * so that together they are the text.
 *
 * @param kind what it is
 * @param span where it stands
 */
public record Token(Kind kind, Span span) {

  /** {@return whether it means nothing to OpenSIPS} */
  public boolean blank() {
    return kind == Kind.WHITE_SPACE || kind == Kind.COMMENT;
  }

  /** What a piece of the text is. */
  public enum Kind {
    /** Blanks, tabs and line ends. */
    WHITE_SPACE,
    /** From {@code #} to the end of the line, or between slash-star and star-slash. */
    COMMENT,
    /** A name or keyword, or an unquoted part of a socket. */
    WORD,
    /** Decimal, hexadecimal or octal, without a sign. */
    NUMBER,
    /** In double or single quotes, quotes included. */
    TEXT,
    /** From its dollar sign to its end, with all that belongs to it. */
    VARIABLE,
    /** An operator or a bracket, as long as it goes. */
    SIGN,
    /** Anything that begins no token: a stray character, a string without its end. */
    UNKNOWN
  }
}
