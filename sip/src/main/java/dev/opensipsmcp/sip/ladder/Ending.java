package dev.opensipsmcp.sip.ladder;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a leg ended.
 *
 * @param kind in what way
 * @param code the final status of its first request, if one was seen
 * @param by index of the participant who did it, where that was seen
 * @param text what happened, one sentence without a full stop
 * @param evidence the numbers of the messages that show it
 */
public record Ending(
    Kind kind, OptionalInt code, OptionalInt by, String text, List<Integer> evidence) {
  public Ending {
    evidence = List.copyOf(evidence);
  }

  /** Ways in which a leg ends. */
  public enum Kind {
    /** Answered, and ended by BYE. */
    HUNG_UP,
    /** Answered; no BYE was seen. */
    ANSWERED,
    /** Answered, but the end that answered never had its ACK. */
    ACK_MISSING,
    /** Given up by the caller's side before an answer. */
    CANCELLED,
    /** Refused with a final status. */
    REJECTED,
    /** Sent elsewhere with 3xx. */
    REDIRECTED,
    /** Asked for credentials, and none that were accepted came. */
    CHALLENGED,
    /** Nobody answered at all. */
    NO_ANSWER,
    /** The messages end before a final status. */
    UNFINISHED,
    /** A request that begins no call was accepted. */
    ACCEPTED,
    /** The messages do not show it. */
    UNKNOWN
  }
}
