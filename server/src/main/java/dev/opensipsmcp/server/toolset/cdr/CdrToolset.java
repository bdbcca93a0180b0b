package dev.opensipsmcp.server.toolset.cdr;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code cdr}. */
public final class CdrToolset {

  private CdrToolset() {}

  /** {@return the tools for call detail records} */
  public static Toolset make() {
    return new Toolset(
        "cdr",
        "Call detail records: found, counted, checked, compared.",
        List.of(
            MissedCalls.tool(),
            CdrAudit.tool(),
            CdrFraud.tool(),
            CdrFailures.tool(),
            CdrFind.tool(),
            CdrCount.tool()));
  }
}
