package dev.opensipsmcp.server.tool;

import java.util.Set;

/**
 * Who calls and what they may.
 *
 * @param subject the caller's stable name
 * @param role the role's label
 * @param scopes the rights in force
 */
public record Rights(String subject, String role, Set<Scope> scopes) {
  public Rights {
    scopes = Set.copyOf(scopes);
  }
}
