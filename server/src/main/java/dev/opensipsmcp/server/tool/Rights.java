package dev.opensipsmcp.server.tool;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls and what they may.
 *
 * @param subject the caller's stable name
 * @param role the role's label
 * @param scopes the rights in force
 * @param toolsets the toolsets that the caller is held to; empty when not held to any
 */
public record Rights(
    String subject, String role, Set<Scope> scopes, Optional<Set<String>> toolsets) {
  public Rights {
    scopes = Set.copyOf(scopes);
    toolsets = toolsets.isPresent() ? Optional.of(Set.copyOf(toolsets.get())) : toolsets;
  }

  /** Rights over all toolsets. */
  public Rights(String subject, String role, Set<Scope> scopes) {
    this(subject, role, scopes, Optional.empty());
  }

  /**
   * {@return the same caller held to these toolsets too} Never widens: what was not allowed before
   * stays so.
   */
  public Rights heldTo(Set<String> names) {
    Set<String> kept = new HashSet<>(names);
    toolsets.ifPresent(kept::retainAll);
    return new Rights(subject, role, scopes, Optional.of(kept));
  }

  /** {@return whether the caller has the scope} */
  public boolean grants(Scope scope) {
    return scopes.contains(scope);
  }

  /** {@return whether the caller may use tools of this toolset} */
  public boolean reaches(String toolset) {
    return toolsets.isEmpty() || toolsets.get().contains(toolset);
  }

  /** {@return whether the caller may call the tool, as far as its definition tells} */
  public boolean mayCall(Tool tool) {
    return reaches(tool.toolset()) && grants(tool.demand().scope());
  }
}
