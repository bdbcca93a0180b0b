package dev.opensipsmcp.server.policy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

  /** {@return the written forms of all} */
  public static Set<String> labels() {
    Set<String> labels = new HashSet<>();
    for (Verdict verdict : values()) {
      labels.add(verdict.label());
    }
    return labels;
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
