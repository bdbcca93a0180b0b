package dev.opensipsmcp.cfg.syntax;

/** Anything in a syntax tree. */
public sealed interface Node
    permits Item, Statement, Expression, Word, Block, Case, Argument, Part, Transformation {
  /** {@return where it stands, from its first token to its last} */
  Span span();
}
