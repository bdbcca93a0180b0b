package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.syntax.Span;

/**
 * A part of a text that is replaced by another.
 *
 * @param span the part; an empty one is a place where something is put in
 * @param text what stands there afterwards; empty when the part is taken out
 */
public record Replacement(Span span, String text) {}
