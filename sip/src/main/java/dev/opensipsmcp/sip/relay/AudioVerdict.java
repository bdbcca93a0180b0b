package dev.opensipsmcp.sip.relay;

import java.util.List;

/**
 * Whether people hear each other, judged by what a relay counted.
 *
 * @param kind in one word
 * @param text one sentence
 * @param directions each side's stream, in the order of the sides
 * @param hints what may be the cause, and what else is odd; whole sentences
 */
public record AudioVerdict(Kind kind, String text, List<Direction> directions, List<String> hints) {
  public AudioVerdict {
    directions = List.copyOf(directions);
    hints = List.copyOf(hints);
  }

  /** Verdicts. */
  public enum Kind {
    BOTH_WAYS,
    ONE_WAY,
    /** Nobody's packets come. */
    NO_AUDIO,
    /** At least one side does not want to send, and the other's packets come. */
    HELD,
    /** Only one side is known: no answer reached the relay. */
    NOT_ANSWERED,
    /** The call has no audio, or began too short ago to judge. */
    UNKNOWN
  }

  /** How a side's packets come. */
  public enum Flow {
    FLOWING,
    /** None came since the call began. */
    NEVER_CAME,
    /** Some came, none of late. */
    STOPPED,
    /** That side does not send, as agreed. */
    NOT_SENDING
  }

  /**
   * What comes from one side.
   *
   * @param tag the side's tag
   * @param flow how its packets come
   * @param packets how many came
   * @param silentSeconds seconds since the last one, or since the call began when none came
   */
  public record Direction(String tag, Flow flow, long packets, long silentSeconds) {}
}
