package dev.opensipsmcp.server.gate;

/** The way back to whoever made a call. */
public interface Channel {

  /** What a person said about an approval. */
  enum Answer {
    /** Nobody was asked in this round. */
    NOT_ASKED,
    APPROVED,
    DECLINED
  }

  /** {@return whether a person can be asked over this channel, by form or at a terminal} */
  boolean canAsk();

  /**
   * {@return what the person said about this approval in this round of the call}
   *
   * @param approvalId the approval that a previous round asked for
   */
  Answer answerTo(String approvalId);

  /** Tells how far the work is; {@code total} is negative when unknown. */
  void progress(double done, double total, String message);

  /** {@return whether the caller withdrew the call} */
  boolean cancelled();
}
