package dev.opensipsmcp.cfg.diff;

/** How deep the difference between two configurations goes. */
public enum Kind {
  /** The texts are equal. */
  NONE,
  /** White space, quotes or the spelling of numbers. */
  LAYOUT,
  /** Comments, and perhaps layout. */
  COMMENTS,
  /** The same items in another order; that matters for modules and their parameters only. */
  ORDER,
  /** What OpenSIPS does. */
  MEANING
}
