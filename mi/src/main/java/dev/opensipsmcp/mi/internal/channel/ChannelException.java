package dev.opensipsmcp.mi.internal.channel;

import java.io.IOException;

/** Why a request got no MI answer, and how far it came. */
public final class ChannelException extends IOException {
  private static final long serialVersionUID = 1L;

  /** How far a request came before it failed. */
  public enum Reach {
    /** Nobody listens at the address: nothing was sent, and asking again is safe. */
    REFUSED,
    /** Nothing was sent, and asking again will not help. */
    NOT_SENT,
    /** It was sent, and no answer came in time. */
    SILENT,
    /** It was sent, and the answer broke off. */
    BROKEN,
    /** It was answered without a result: it may have run. */
    UNSURE,
    /** Something that is not MI answered: it has not run. */
    FOREIGN
  }

  private final Reach reach;
  private final String nextStep;

  /**
   * Makes the failure.
   *
   * @param reach how far the request came
   * @param cause what was seen, in one sentence
   * @param nextStep what to do, in one sentence
   */
  public ChannelException(Reach reach, String cause, String nextStep) {
    super(cause);
    this.reach = reach;
    this.nextStep = nextStep;
  }

  /** {@return how far the request came} */
  public Reach reach() {
    return reach;
  }

  /** {@return the cause in one sentence} */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** {@return what to do, in one sentence} */
  public String nextStep() {
    return nextStep;
  }
}
