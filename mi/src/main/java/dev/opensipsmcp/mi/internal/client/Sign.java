package dev.opensipsmcp.mi.internal.client;

/** What a call told about its node, whatever it told its caller. */
enum Sign {
  /** Something answered: with a result, a refusal, or what is no MI. */
  ANSWERED,
  /** Nothing could be reached, or no whole answer came. */
  FAILED,
  /** Nothing was learnt: nothing was sent, or the caller withdrew. */
  NONE
}
