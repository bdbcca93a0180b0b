package dev.opensipsmcp.server.toolset.protection;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code protection}. */
public final class ProtectionToolset {
  static final String NAME = "protection";

  private ProtectionToolset() {}

  /** {@return the tools for rate limits, flood blocks and fraud counters} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "Protection: rate-limit pipes, addresses blocked for floods, fraud counters.",
        List.of(
            FraudTools.stats(),
            FraudTools.reload(),
            PikeTools.list(),
            PikeTools.unblock(),
            LimitController.get(),
            PipeStatus.reset(),
            LimitController.set(),
            PipeStatus.tool()));
  }
}
