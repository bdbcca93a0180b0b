package dev.opensipsmcp.server.toolset.relay;

import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.List;

/** Makes the toolset {@code relay}. */
public final class RelayToolset {
  static final String NAME = "relay";

  /** Makes the tools that only read. */
  static final ReadTools READS = new ReadTools(NAME, Scope.HEALTH_READ);

  private RelayToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    Relays relays = new Relays(desk);
    return new Toolset(
        NAME,
        "Media relays asked directly: calls, streams, statistics, one-way audio.",
        List.of(
            RelayEndCall.tool(relays),
            RelayCalls.get(relays),
            RelayStates.statistics(relays),
            RelayCalls.list(relays),
            RelayStates.ping(relays)));
  }
}
