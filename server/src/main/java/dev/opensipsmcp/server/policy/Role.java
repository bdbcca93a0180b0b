package dev.opensipsmcp.server.policy;

import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A bundle of scopes, least first; each role has all that the one before it has. */
public enum Role {
  /** Reads. {@code mi.execute} lets it run reading commands by name; changing ones need more. */
  VIEWER,
  /** Changes a running node, and reads what others did. */
  OPERATOR,
  /** Changes configuration and database too, and asks the database its own questions. */
  ENGINEER,
  /** Everything, processes included. */
  ADMIN;

  private static final String READONLY = "readonly";

  /** {@return the written form, for example {@code viewer}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the written forms of all, and the other name of {@code viewer}} */
  public static Set<String> labels() {
    Set<String> labels = new HashSet<>();
    for (Role role : values()) {
      labels.add(role.label());
    }
    labels.add(READONLY);
    return labels;
  }

  /** {@return the role of that label; {@code readonly} is another name of {@code viewer}} */
  public static Optional<Role> parse(String label) {
    if (label.equals(READONLY)) {
      return Optional.of(VIEWER);
    }
    for (Role role : values()) {
      if (role.label().equals(label)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** {@return the scopes that this role grants} */
  public Set<Scope> scopes() {
    Set<Scope> all = new HashSet<>();
    for (Role role : values()) {
      if (role.compareTo(this) <= 0) {
        all.addAll(role.adds());
      }
    }
    return all;
  }

  // Plain sets: the first EnumSet of a process reflects, which every start would wait for.
  private Set<Scope> adds() {
    return switch (this) {
      case VIEWER ->
          Set.of(
              Scope.MI_READ,
              Scope.MI_EXECUTE,
              Scope.STATS_READ,
              Scope.HEALTH_READ,
              Scope.DB_READ,
              Scope.CONFIG_READ,
              Scope.DOCS_READ,
              Scope.RESOURCE_READ);
      case OPERATOR -> Set.of(Scope.MI_WRITE, Scope.AUDIT_READ);
      case ENGINEER -> Set.of(Scope.DB_QUERY, Scope.DB_WRITE, Scope.CONFIG_WRITE, Scope.SECRET_USE);
      case ADMIN -> Set.of(Scope.PROCESS_MANAGE);
    };
  }

  /**
   * {@return the rights of a caller in this role}
   *
   * @param subject the caller's stable name
   * @param readOnly whether the caller is held to what a viewer may, whatever the role
   */
  public Rights rights(String subject, boolean readOnly) {
    Role effective = readOnly ? VIEWER : this;
    return new Rights(subject, effective.label(), effective.scopes());
  }
}
