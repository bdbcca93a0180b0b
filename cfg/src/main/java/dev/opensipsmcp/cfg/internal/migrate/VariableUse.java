package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.syntax.Span;
import java.util.Optional;

/**
 * A variable somewhere in the text, in a string or not, as far as a rename needs to know it.
 *
 * @param name its name without the dollar sign
 * @param subname what stands in its parentheses, as written
 * @param index what stands in its brackets, as written
 * @param wrapped whether it is written {@code $(…)}
 * @param named its name, parentheses and brackets
 * @param span all of it, from the dollar sign
 */
record VariableUse(
    String name,
    Optional<String> subname,
    Optional<String> index,
    boolean wrapped,
    Span named,
    Span span) {}
