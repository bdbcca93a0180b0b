package dev.opensipsmcp.cfg.internal.meaning;

import dev.opensipsmcp.cfg.syntax.Span;

/**
 * A line of a configuration as its meaning is written: a statement, or the head of one.
 *
 * @param depth how many blocks it is in
 * @param text the line, without its indentation
 * @param span where it stands in the text
 */
public record Line(int depth, String text, Span span) {}
