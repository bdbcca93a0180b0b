package dev.opensipsmcp.server.tool;

import java.util.Optional;

/**
 * A tool's description in its fixed parts, so that each can be checked and rendered.
 *
 * @param what what it does: one sentence of at most 140 characters that starts with a verb
 * @param useWhen begins "Use when"
 * @param notFor begins "Not for" and names the tool to use instead; empty where no sibling exists
 * @param effects for a tool that changes something: what, where, how to undo, whether calls in
 *     progress are touched; empty for a tool that only reads
 * @param returns what comes back and its bounds
 */
public record Description(
    String what,
    String useWhen,
    Optional<String> notFor,
    Optional<String> effects,
    String returns) {}
