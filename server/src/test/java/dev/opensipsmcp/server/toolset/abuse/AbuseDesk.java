package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.BanEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.List;

/** The toolset over one fail2ban. */
final class AbuseDesk {
  private AbuseDesk() {}

  static Tool tool(String name, BanEntry bans) {
    EvidenceDesk none = EvidenceDesk.none();
    EvidenceEntry base = none.settings();
    EvidenceEntry settings =
        new EvidenceEntry(
            base.captures(),
            base.hep(),
            base.homer(),
            List.of(new RelayEntry("east", "rtpengine", "udp:192.0.2.77:2223", 500)),
            bans,
            base.probes(),
            base.aliases());
    EvidenceDesk desk =
        new EvidenceDesk(settings, none.clock(), none.ear(), List.of("http://192.0.2.88:8888/mi"));
    return AbuseToolset.make(desk).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
