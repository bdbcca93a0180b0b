package dev.opensipsmcp.cfg.syntax;

import java.util.Optional;

/**
 * An argument of a call.
 *
 * @param value its value; empty when only the comma is there, as in {@code f(, 1)}
 * @param span where it stands
 */
public record Argument(Optional<Expression> value, Span span) implements Node {}
