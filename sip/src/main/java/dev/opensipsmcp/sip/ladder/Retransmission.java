package dev.opensipsmcp.sip.ladder;

import java.time.Duration;

/**
 * A message that was sent again.
 *
 * @param message the number of the first
 * @param count how often it was sent again, 1 or more
 * @param span the time from the first to the last
 */
public record Retransmission(int message, int count, Duration span) {}
