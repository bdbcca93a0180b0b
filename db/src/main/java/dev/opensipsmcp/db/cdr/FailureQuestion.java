package dev.opensipsmcp.db.cdr;

/**
 * Which failing destinations are wanted.
 *
 * @param source where the CDRs are
 * @param span when they were written
 * @param by {@link CdrGrouping.Prefix} or {@link CdrGrouping.Trunk}
 * @param attempts calls that a destination must have had, at least
 * @param top how many at most
 */
public record FailureQuestion(
    CdrSource source, CdrSpan span, CdrGrouping by, int attempts, int top) {}
