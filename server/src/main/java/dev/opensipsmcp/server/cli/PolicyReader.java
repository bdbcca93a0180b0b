package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.server.config.Settings.PolicyEntry;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.policy.Rule;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.tool.Risk;
import java.util.ArrayList;
import java.util.List;

/** Turns the settings' policy, whose words were checked when it was read, into the gate's. */
final class PolicyReader {
  private PolicyReader() {}

  static Policy read(List<PolicyEntry> entries) {
    List<Rule> rules = new ArrayList<>();
    for (PolicyEntry entry : entries) {
      rules.add(
          new Rule(
              entry.role().flatMap(Role::parse),
              entry.tier().flatMap(Risk::parse),
              entry.toolset(),
              entry.tool(),
              Verdict.parse(entry.decision()).orElse(Verdict.DENY)));
    }
    return new Policy(rules);
  }
}
