package dev.opensipsmcp.cfg.syntax;

import java.util.Optional;

/**
 * Something that is wrong with the text.
 *
 * @param span where
 * @param message what is wrong, one sentence
 * @param suggestion what to write instead, where that is known; one sentence
 */
public record Fault(Span span, String message, Optional<String> suggestion) {}
