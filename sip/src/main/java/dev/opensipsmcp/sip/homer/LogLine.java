package dev.opensipsmcp.sip.homer;

import java.time.Instant;

/**
 * A log line that an agent sent about a call.
 *
 * @param time when it was written
 * @param callId the call
 * @param origin who sent it: an agent's or node's id or name; empty when not known
 * @param text the line, untrusted
 */
public record LogLine(Instant time, String callId, String origin, String text) {}
