package dev.opensipsmcp.db.cdr;

import java.time.Duration;

/**
 * What is looked for in CDRs.
 *
 * @param source where they are
 * @param span when they were written, at most {@link #LONGEST} of time
 * @param gapSeconds a longer time without any row is a gap
 * @param longSeconds a call that lasts longer is suspicious
 * @param samples how many rows of each kind are shown at most
 */
public record AuditQuestion(
    CdrSource source, CdrSpan span, long gapSeconds, long longSeconds, int samples) {
  /** The longest window. */
  public static final Duration LONGEST = Duration.ofDays(31);
}
