package dev.opensipsmcp.cfg.syntax;

/**
 * A name as it is written.
 *
 * @param text the name
 * @param span where it stands
 */
public record Word(String text, Span span) implements Node {}
