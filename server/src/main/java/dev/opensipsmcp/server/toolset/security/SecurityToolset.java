package dev.opensipsmcp.server.toolset.security;

import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code security}. */
public final class SecurityToolset {
  static final String NAME = "security";

  private SecurityToolset() {}

  /**
   * {@return the tools around passwords}
   *
   * @param secrets where they come from
   */
  public static Toolset make(Secrets secrets) {
    return new Toolset(
        NAME, "Password hashes for SIP digest authentication.", List.of(GenerateHa1.tool(secrets)));
  }
}
