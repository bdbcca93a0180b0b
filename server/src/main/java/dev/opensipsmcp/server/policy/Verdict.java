package dev.opensipsmcp.server.policy;

import java.util.Locale;
import java.util.Optional;

/** What the policy says about a call, most lenient first. */
public enum Verdict {
  /** It may run. */
  ALLOW,
  /** A person must approve it first. */
  APPROVE,
  /** It may not run. */
  DENY;

  /** {@return the written form, for example {@code approve}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the verdict of that label} */
  public static Optional<Verdict> parse(String label) {
    for (Verdict verdict : values()) {
      if (verdict.label().equals(label)) {
        return Optional.of(verdict);
      }
    }
    return Optional.empty();
  }
}
