package dev.opensipsmcp.db.cdr;

/**
 * What counts as suspicious beside the window of the same length before.
 *
 * @param source where the CDRs are
 * @param span when they were written, at most {@link AuditQuestion#LONGEST}
 * @param digits digits of a prefix
 * @param factor how many times as much as before
 * @param minutes minutes to a prefix at least, to be looked at
 * @param calls calls at least, to be looked at as a burst
 * @param shortSeconds an answered call of no more is short
 * @param nightFrom the hour in which the night begins, 0 to 23
 * @param nightUntil the hour in which it has ended, 0 to 23
 * @param top how many of each kind at most
 */
public record FraudQuestion(
    CdrSource source,
    CdrSpan span,
    int digits,
    int factor,
    int minutes,
    int calls,
    int shortSeconds,
    int nightFrom,
    int nightUntil,
    int top) {}
