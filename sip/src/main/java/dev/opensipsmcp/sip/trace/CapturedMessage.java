package dev.opensipsmcp.sip.trace;

import dev.opensipsmcp.sip.message.SipMessage;
import java.time.Instant;

/**
 * A SIP message that was seen between two ends.
 *
 * @param time when it was seen, by the clock of whoever saw it
 * @param transport how it travelled
 * @param source where it came from
 * @param destination where it went
 * @param message what it said
 * @param origin who saw it: a capture's file name, an agent's id or name; empty when not known
 */
public record CapturedMessage(
    Instant time,
    Transport transport,
    Endpoint source,
    Endpoint destination,
    SipMessage message,
    String origin) {}
