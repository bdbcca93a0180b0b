package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.server.config.Settings.PolicyEntry;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.policy.Rule;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.tool.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the settings' policy, whose words were checked when it was read, into the gate's. */
final class PolicyReader {
  private PolicyReader() {}

  static Policy read(List<PolicyEntry> entries) {
    List<Rule> rules = new ArrayList<>();
    for (PolicyEntry entry : entries) {
      rules.add(
          new Rule(
              entry.role().flatMap(Role::parse),
              entry.tier().flatMap(PolicyReader::risk),
              entry.toolset(),
              entry.tool(),
              verdict(entry.decision())));
    }
    return new Policy(rules);
  }

  private static Optional<Risk> risk(String label) {
    for (Risk risk : Risk.values()) {
      if (risk.label().equals(label)) {
        return Optional.of(risk);
      }
    }
    return Optional.empty();
  }

  private static Verdict verdict(String decision) {
    return switch (decision) {
      case "allow" -> Verdict.ALLOW;
      case "approve" -> Verdict.APPROVE;
      default -> Verdict.DENY;
    };
  }
}
