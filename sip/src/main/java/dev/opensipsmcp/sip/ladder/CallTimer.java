package dev.opensipsmcp.sip.ladder;

import java.time.Duration;

/**
 * A time of a call that was measured between two messages.
 *
 * @param kind which
 * @param length how long
 * @param from the number of the message that begins it
 * @param to the number of the message that ends it
 */
public record CallTimer(Kind kind, Duration length, int from, int to) {
  /** Times of a call. */
  public enum Kind {
    /** From INVITE to the first of 101 to 699 (session request delay, RFC 6076 section 4.3). */
    POST_DIAL_DELAY("post-dial delay"),
    /** From the first 180 to the final answer. */
    RINGING("ringing"),
    /** From INVITE to 2xx. */
    SETUP("setup"),
    /** From 2xx to ACK, at the end that answered. */
    ACK("ACK"),
    /** From 2xx to BYE (session duration time, RFC 6076 section 4.5). */
    TALK("talk"),
    /** From BYE to its answer (session disconnect delay, RFC 6076 section 4.4). */
    HANG_UP("hang-up"),
    /** From a request that begins no call to its final answer. */
    ANSWER("answer");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** {@return its name, for people} */
    public String label() {
      return label;
    }
  }
}
