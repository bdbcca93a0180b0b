package dev.opensipsmcp.server.serve;

import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Rights;

/** Gives a caller its rights: the token's role, or the configured one, narrowed as it asks. */
public final class Principals {
  private final Role otherwise;
  private final boolean readOnly;

  /**
   * Makes the table.
   *
   * @param otherwise the role of a caller that brings none
   * @param readOnly whether everybody is held to reading
   */
  public Principals(Role otherwise, boolean readOnly) {
    this.otherwise = otherwise;
    this.readOnly = readOnly;
  }

  /** {@return the rights of whoever sent a request} */
  Rights of(Caller caller) {
    Narrowing narrowing = Narrowing.of(caller);
    String label = caller.attributes().getOrDefault(Bearer.ROLE, otherwise.label());
    Rights rights =
        Role.parse(label)
            .orElse(Role.VIEWER)
            .rights(caller.subject(), readOnly || narrowing.readOnly());
    return narrowing.toolsets().isEmpty() ? rights : rights.heldTo(narrowing.toolsets());
  }

  /**
   * {@return the rights of the person at this machine's shell}
   *
   * @param user the system's name for the person
   */
  public Rights local(String user) {
    return otherwise.rights(user, readOnly);
  }
}
