package dev.opensipsmcp.server.config;

import java.util.Set;

/** The words that settings use for roles, tiers and decisions. */
final class Roles {
  static final Set<String> ROLES = Set.of("viewer", "readonly", "operator", "engineer", "admin");
  static final Set<String> TIERS = Set.of("read", "reversible", "disruptive", "destructive");
  static final Set<String> DECISIONS = Set.of("allow", "approve", "deny");

  private Roles() {}
}
