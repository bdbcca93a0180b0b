package dev.opensipsmcp.sip.sdp;

import java.util.List;

/**
 * What came of one media line.
 *
 * @param number its place, 1 for the first
 * @param type of the offer, or of the answer where the offer has none
 * @param outcome what came of it
 * @param codecs what both can use, in the answer's order; the first is what is likely used
 * @param offererSends whether the offerer may send
 * @param answererSends whether the answerer may send
 * @param hold who holds
 * @param offeredProtocol the profile offered; empty when there is none
 * @param answeredProtocol the profile answered; empty when there is none
 * @param encryption how it is encrypted
 */
public record AgreedMedia(
    int number,
    String type,
    Outcome outcome,
    List<AgreedCodec> codecs,
    boolean offererSends,
    boolean answererSends,
    Hold hold,
    String offeredProtocol,
    String answeredProtocol,
    Keys encryption) {
  public AgreedMedia {
    codecs = List.copyOf(codecs);
  }

  /** What can come of a media line. */
  public enum Outcome {
    AGREED,
    /** The answer gives port 0. */
    REFUSED,
    /** The offer itself gives port 0. */
    NOT_OFFERED,
    /** The answer has no such line. */
    UNANSWERED,
    /** The answer has it, the offer has not. */
    UNASKED,
    NO_COMMON_CODEC
  }

  /** Who holds a media: sends none back, or asks for none. */
  public enum Hold {
    NONE,
    BY_OFFERER,
    BY_ANSWERER,
    BY_BOTH
  }

  /** How both sides encrypt. */
  public enum Keys {
    NONE,
    SDES,
    DTLS,
    /** One side encrypts and the other does not, or in another way. */
    MISMATCH
  }
}
