package dev.opensipsmcp.cfg.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A case of a {@code switch}.
 *
 * @param label a number or a string; empty for the default
 * @param statements what is done, its {@code break} included
 * @param span where it stands
 */
public record Case(Optional<Literal> label, List<Statement> statements, Span span) implements Node {
  public Case {
    statements = List.copyOf(statements);
  }
}
