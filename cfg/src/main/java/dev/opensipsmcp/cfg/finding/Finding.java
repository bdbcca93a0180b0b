package dev.opensipsmcp.cfg.finding;

import dev.opensipsmcp.cfg.syntax.Span;
import java.util.Optional;

/**
 * Something that was found in a configuration.
 *
 * @param id the rule's stable name, for example {@code S07} or {@code unknown-module}
 * @param severity how much it matters
 * @param span where, in the whole text
 * @param message what is wrong there, one sentence that names what is written
 * @param reason why it matters, one sentence
 * @param fix what to write instead in this version, one sentence; empty when nobody can tell
 */
public record Finding(
    String id, Severity severity, Span span, String message, String reason, Optional<String> fix) {}
