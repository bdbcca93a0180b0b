package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.cfg.internal.lint.AuditRule;
import dev.opensipsmcp.cfg.internal.lint.Catalogue;
import dev.opensipsmcp.cfg.internal.lint.Suppressions;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of rules. */
public final class Rules {
  private Rules() {}

  /**
   * {@return every rule, sorted by its id: S for security, R for robustness, N for the running node
   * and its database, L for this audit}
   */
  public static List<RuleInfo> all() {
    return Stream.concat(Catalogue.RULES.stream().map(AuditRule::info), Suppressions.RULES.stream())
        .sorted((a, b) -> order(a.id()).compareTo(order(b.id())))
        .toList();
  }

  /** {@return the rule of an id} */
  public static Optional<RuleInfo> find(String id) {
    return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** {@return how to mend what a rule finds, in a version; empty where the check does that} */
  public static Optional<String> fix(String id, Version version) {
    return Catalogue.RULES.stream()
        .filter(rule -> rule.info().id().equals(id))
        .map(rule -> rule.fix().apply(version))
        .filter(fix -> !fix.isEmpty())
        .findFirst();
  }

  private static String order(String id) {
    return "SRNL".indexOf(id.charAt(0)) + id;
  }
}
