package dev.opensipsmcp.cfg.syntax;

/** What has a value. */
public sealed interface Expression extends Node
    permits Literal,
        Variable,
        Call,
        Expression.Not,
        Expression.Binary,
        Expression.Group,
        Expression.Complement {
  /**
   * {@code not} or {@code !}.
   *
   * @param operand what is denied
   * @param span where it stands
   */
  record Not(Expression operand, Span span) implements Expression {}

  /**
   * {@code ~}, the bits turned over.
   *
   * @param operand whose bits
   * @param span where it stands
   */
  record Complement(Expression operand, Span span) implements Expression {}

  /**
   * Two operands.
   *
   * @param left the first
   * @param operator as it is defined, {@code and}, {@code or}, {@code ==}, {@code =~}, {@code +};
   *     {@code &&} counts as {@code and}, {@code ||} as {@code or}
   * @param right the second
   * @param span where it stands
   */
  record Binary(Expression left, String operator, Expression right, Span span)
      implements Expression {}

  /**
   * In parentheses, or in brackets, which make a test of arithmetic.
   *
   * @param inner what is in them
   * @param brackets whether they are brackets
   * @param span where it stands
   */
  record Group(Expression inner, boolean brackets, Span span) implements Expression {}
}
