package dev.opensipsmcp.sip.trace;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A call, registration or other exchange of one Call-ID, in short.
 *
 * @param callId the Call-ID
 * @param first when its first message was seen
 * @param last when its last message was seen
 * @param method the method of its first request; empty when only responses were seen
 * @param from the user part of From, or its host where there is no user
 * @param to the user part of To, or its host where there is no user
 * @param source where the first message came from
 * @param destination where the first message went
 * @param code the last final status of its first request's method, if one was seen
 * @param messages how many messages were seen
 */
public record CallSummary(
    String callId,
    Instant first,
    Instant last,
    String method,
    String from,
    String to,
    Endpoint source,
    Endpoint destination,
    OptionalInt code,
    int messages) {}
