package dev.opensipsmcp.cfg.build;

/** What a node of a scenario answers to somebody who tries it from outside. */
public enum Offer {
  /** Answers OPTIONS. */
  OPTIONS,
  /** Takes registrations, or asks for credentials for them. */
  REGISTER,
  /** Carries a call from one side to the other. */
  CALL
}
