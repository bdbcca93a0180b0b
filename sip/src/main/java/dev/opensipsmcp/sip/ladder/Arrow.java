package dev.opensipsmcp.sip.ladder;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One message on its way.
 *
 * @param number its number, from 1
 * @param offset how long after the ladder's first message it was seen
 * @param from index of the participant who sent it
 * @param to index of the participant whom it went to
 * @param leg index of its leg
 * @param kind what sort of message
 * @param label the method, or the status code and reason, safe to show on one line
 * @param repeats the number of the message that this one sends again
 * @param sdp what its SDP offers, where it has one
 * @param nat where it names a private address while its source is public
 * @param seenBy the capture points that saw it; more than one where copies were merged
 * @param copies how often it was captured, 1 or more
 * @param captured the message
 */
public record Arrow(
    int number,
    Duration offset,
    int from,
    int to,
    int leg,
    Kind kind,
    String label,
    OptionalInt repeats,
    Optional<SdpGlance> sdp,
    List<NatMark> nat,
    List<String> seenBy,
    int copies,
    CapturedMessage captured) {
  public Arrow {
    nat = List.copyOf(nat);
    seenBy = List.copyOf(seenBy);
  }

  /** Sorts of messages. */
  public enum Kind {
    /** A request. */
    REQUEST,
    /** 100 to 199. */
    PROVISIONAL,
    /** 200 to 299. */
    SUCCESS,
    /** 300 to 399. */
    REDIRECT,
    /** 401 or 407, which ask for credentials and are no failure yet. */
    CHALLENGE,
    /** Any other final status. */
    FAILURE,
    /** Its first line can't be read. */
    BROKEN
  }

  /** {@return the message itself} */
  public SipMessage message() {
    return captured.message();
  }

  /** {@return whether it sends an earlier message again} */
  public boolean isRepeat() {
    return repeats.isPresent();
  }
}
