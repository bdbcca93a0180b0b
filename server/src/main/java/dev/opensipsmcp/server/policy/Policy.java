package dev.opensipsmcp.server.policy;

import dev.opensipsmcp.server.tool.Risk;
import java.util.List;

/**
 * What is allowed, needs a person, or is denied, by role, tier, toolset and tool.
 *
 * <p>The most specific rule that covers a call decides: one that names the tool before one that
 * names the toolset, then the role, then the tier. Between equally specific rules the strictest
 * wins, so the order of rules never matters. Where no rule covers a call, reads are allowed;
 * reversible changes are allowed to operators and above; disruptive and destructive changes need a
 * person; and a viewer changes nothing. A rule can't give a role what its scopes lack.
 *
 * @param rules in any order
 */
public record Policy(List<Rule> rules) {
  /** The policy where nobody wrote one. */
  public static final Policy DEFAULT = new Policy(List.of());

  public Policy {
    rules = List.copyOf(rules);
  }

  /**
   * {@return what is said about a call}
   *
   * @param role the caller's role
   * @param risk the call's tier
   * @param toolset the tool's toolset
   * @param tool the tool's name, never an alias
   */
  public Verdict verdict(Role role, Risk risk, String toolset, String tool) {
    Verdict verdict = byDefault(role, risk);
    int weight = -1;
    for (Rule rule : rules) {
      if (rule.covers(role, risk, toolset, tool)) {
        boolean heavier = rule.weight() > weight;
        boolean stricter = rule.weight() == weight && rule.verdict().compareTo(verdict) > 0;
        if (heavier || stricter) {
          verdict = rule.verdict();
          weight = rule.weight();
        }
      }
    }
    return verdict;
  }

  private static Verdict byDefault(Role role, Risk risk) {
    if (role == Role.VIEWER) {
      return risk == Risk.READ ? Verdict.ALLOW : Verdict.DENY;
    }
    return switch (risk) {
      case READ, REVERSIBLE -> Verdict.ALLOW;
      case DISRUPTIVE, DESTRUCTIVE -> Verdict.APPROVE;
    };
  }
}
