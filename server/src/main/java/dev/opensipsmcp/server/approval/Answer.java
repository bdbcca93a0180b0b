package dev.opensipsmcp.server.approval;

/** What came of a person's answer. */
public sealed interface Answer {

  /**
   * The answer counts.
   *
   * @param approval the approval with its answer
   */
  record Taken(Approval approval) implements Answer {}

  /**
   * Somebody answered before.
   *
   * @param approval the approval with the earlier answer
   */
  record AlreadyAnswered(Approval approval) implements Answer {}

  /** No such approval: it never existed, was used, or has expired. */
  record Unknown() implements Answer {}
}
