package dev.opensipsmcp.sip.ladder;

import java.util.List;
import java.util.OptionalInt;

/**
 * What happened under one Call-ID.
 *
 * @param callId the Call-ID; empty where messages had none
 * @param method the method of its first request; empty when only responses were seen
 * @param fromUser the user of From, or its host where there is no user; may be empty
 * @param toUser the user of To, or its host where there is no user; may be empty
 * @param messages the numbers of its messages
 * @param timers the times that could be measured
 * @param sessionExpires seconds of the session timer that was agreed on (RFC 4028)
 * @param retransmissions the messages that were sent again
 * @param ending how it ended, or that this was not seen
 */
public record Leg(
    String callId,
    String method,
    String fromUser,
    String toUser,
    List<Integer> messages,
    List<CallTimer> timers,
    OptionalInt sessionExpires,
    List<Retransmission> retransmissions,
    Ending ending) {
  public Leg {
    messages = List.copyOf(messages);
    timers = List.copyOf(timers);
    retransmissions = List.copyOf(retransmissions);
  }
}
