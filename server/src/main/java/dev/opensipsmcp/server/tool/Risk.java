package dev.opensipsmcp.server.tool;

import java.util.Locale;

/** How much harm a call can do, least first. */
public enum Risk {
  /** Changes nothing. */
  READ,
  /** Changes something that a known command puts back. */
  REVERSIBLE,
  /** Touches live calls or traffic. */
  DISRUPTIVE,
  /** Loses data, or nothing can undo it. */
  DESTRUCTIVE;

  /** {@return the written form, for example {@code disruptive}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
