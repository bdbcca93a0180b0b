package dev.opensipsmcp.cfg.internal.parse;

/** What signs, and the words {@code and} and {@code or}, do in expressions. */
enum Operator {
  /** It joins tests. */
  LOGIC,
  /** It compares. */
  COMPARISON,
  /** It calculates with bits. */
  BITS,
  /** It calculates. */
  SUM,
  /** It gives a value. */
  ASSIGNMENT,
  /** Something else. */
  NONE;

  static Operator of(String sign) {
    return switch (sign) {
      case "and", "or", "&&", "||" -> LOGIC;
      case "==", "!=", "<", "<=", ">", ">=", "=~", "!~" -> COMPARISON;
      case "|", "&", "^", "<<", ">>" -> BITS;
      case "+", "-", "*", "/", "%" -> SUM;
      case "=", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=" -> ASSIGNMENT;
      default -> NONE;
    };
  }
}
