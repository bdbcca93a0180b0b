package dev.opensipsmcp.server.toolset.diagnose.engine;

import java.util.Locale;

/** How sure a finding is, surest first. */
public enum Confidence {
  /** The evidence shows the cause itself. */
  CERTAIN,
  /** The evidence shows what the cause leads to, and little else leads to it. */
  LIKELY,
  /** The evidence agrees with it, and with other causes. */
  POSSIBLE;

  /** {@return the written form} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
