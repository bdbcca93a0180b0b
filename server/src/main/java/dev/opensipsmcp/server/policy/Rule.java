package dev.opensipsmcp.server.policy;

import dev.opensipsmcp.server.tool.Risk;
import java.util.Optional;

/**
 * One line of the policy; an empty part means any.
 *
 * @param role the caller's role
 * @param risk the call's tier
 * @param toolset the tool's toolset
 * @param tool the tool
 * @param verdict what is said about such calls
 */
public record Rule(
    Optional<Role> role,
    Optional<Risk> risk,
    Optional<String> toolset,
    Optional<String> tool,
    Verdict verdict) {

  boolean covers(Role caller, Risk tier, String ofToolset, String ofTool) {
    return (role.isEmpty() || role.get() == caller)
        && (risk.isEmpty() || risk.get() == tier)
        && (toolset.isEmpty() || toolset.get().equals(ofToolset))
        && (tool.isEmpty() || tool.get().equals(ofTool));
  }

  /** A tool outweighs a toolset, which outweighs a role, which outweighs a tier. */
  int weight() {
    return (tool.isPresent() ? 8 : 0)
        + (toolset.isPresent() ? 4 : 0)
        + (role.isPresent() ? 2 : 0)
        + (risk.isPresent() ? 1 : 0);
  }
}
