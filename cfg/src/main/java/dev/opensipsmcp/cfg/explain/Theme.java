package dev.opensipsmcp.cfg.explain;

/** The colours of a drawing. */
public enum Theme {
  /** As the reader's system prefers. */
  AUTO,
  /** On white. */
  LIGHT,
  /** On black. */
  DARK
}
