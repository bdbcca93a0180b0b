package dev.opensipsmcp.server.approval;

/** How a call stands that needs a person. */
public sealed interface Standing {

  /**
   * A person has to answer.
   *
   * @param approval the question
   */
  record Waiting(Approval approval) implements Standing {}

  /**
   * A person approved; the approval is used up by this and works for no other call.
   *
   * @param approval what was approved
   */
  record Granted(Approval approval) implements Standing {}

  /**
   * A person said no.
   *
   * @param approval what was declined
   */
  record Declined(Approval approval) implements Standing {}

  /**
   * A person approved, but what the plan relied on is not so any more. The approval is void.
   *
   * @param approval what was approved
   */
  record Changed(Approval approval) implements Standing {}

  /**
   * Too many questions of this caller wait for an answer.
   *
   * @param pending how many
   */
  record TooMany(int pending) implements Standing {}
}
