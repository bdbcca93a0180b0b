package dev.opensipsmcp.server.toolset.probe;

import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.probe.Dns;
import dev.opensipsmcp.sip.probe.DnsClient;
import java.util.List;
import java.util.function.Supplier;

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
    return make(evidence, secrets, DnsClient::ofSystem);
  }

  static Toolset make(EvidenceDesk evidence, Secrets secrets, Supplier<Dns> dns) {
    ProbeDesk desk = ProbeDesk.of(evidence, secrets, dns);
    return new Toolset(
        NAME,
        "Probes: OPTIONS, REGISTER, DNS of a SIP URI, what a node shows to attackers.",
        List.of(
            new SecurityTool(desk).tool(),
            new DnsPathTool(dns).tool(),
            new OptionsPing(desk).tool(),
            new RegisterTool(desk).tool()));
  }
}
