package dev.opensipsmcp.server.tool;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

  /** {@return the written forms of all} */
  public static Set<String> labels() {
    Set<String> labels = new HashSet<>();
    for (Risk risk : values()) {
      labels.add(risk.label());
    }
    return labels;
  }

  /** {@return the tier of that label} */
  public static Optional<Risk> parse(String label) {
    for (Risk risk : values()) {
      if (risk.label().equals(label)) {
        return Optional.of(risk);
      }
    }
    return Optional.empty();
  }
}
