package dev.opensipsmcp.cfg.syntax;

import java.util.List;

/**
 * Statements in braces.
 *
 * @param statements in their order
 * @param span where they stand, with the braces
 */
public record Block(List<Statement> statements, Span span) implements Node {
  public Block {
    statements = List.copyOf(statements);
  }
}
