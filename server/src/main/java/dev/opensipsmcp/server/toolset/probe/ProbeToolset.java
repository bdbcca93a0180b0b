package dev.opensipsmcp.server.toolset.probe;

import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.List;

/** Makes the toolset {@code probe}. */
public final class ProbeToolset {
  static final String NAME = "probe";

  private ProbeToolset() {}

  /**
   * {@return the tools}
   *
   * @param evidence where probes may go
   * @param secrets where passwords come from
   */
  public static Toolset make(EvidenceDesk evidence, Secrets secrets) {
    ProbeDesk desk = ProbeDesk.of(evidence, secrets);
    return new Toolset(
        NAME,
        "Probes: OPTIONS, REGISTER, DNS of a SIP URI, what a node shows to attackers.",
        List.of(new OptionsPing(desk).tool()));
  }
}
