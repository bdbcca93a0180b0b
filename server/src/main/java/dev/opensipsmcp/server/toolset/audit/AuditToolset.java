package dev.opensipsmcp.server.toolset.audit;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code audit}. */
public final class AuditToolset {

  private AuditToolset() {}

  /**
   * {@return the tools that look into the audit trail}
   *
   * @param trail where the events lie
   */
  public static Toolset make(AuditReads trail) {
    return new Toolset(
        "audit", "Who did what, when, with which outcome.", List.of(AuditQuery.tool(trail)));
  }
}
