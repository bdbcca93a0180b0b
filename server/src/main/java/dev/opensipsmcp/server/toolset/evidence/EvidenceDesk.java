package dev.opensipsmcp.server.toolset.evidence;

import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.BanEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.HepEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.ProbeEntry;
import dev.opensipsmcp.server.hep.HepEar;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What tools on the evidence of calls work with.
 *
 * @param settings where evidence comes from, and what may be started or sent
 * @param clock the time
 * @param ear receives the messages that nodes copy to this server
 * @param nodes where the nodes' MI is, as configured
 * @param homer leads to the Homer server
 */
public record EvidenceDesk(
    EvidenceEntry settings, InstantSource clock, HepEar ear, List<String> nodes, HomerDoor homer) {
  public EvidenceDesk {
    nodes = List.copyOf(nodes);
  }

  /** A desk with a client of its own for the Homer server of its settings. */
  public EvidenceDesk(EvidenceEntry settings, InstantSource clock, HepEar ear, List<String> nodes) {
    this(settings, clock, ear, nodes, new HomerDoor(settings.homer()));
  }

  /** A desk that knows no node. */
  public EvidenceDesk(EvidenceEntry settings, InstantSource clock, HepEar ear) {
    this(settings, clock, ear, List.of());
  }

  /** A desk whose ear hears loopback only. */
  public EvidenceDesk(EvidenceEntry settings, InstantSource clock) {
    this(settings, clock, new HepEar(settings.hep(), List.of(), clock));
  }

  /** {@return a desk where nothing is configured and nothing may be sent} */
  public static EvidenceDesk none() {
    return new EvidenceDesk(
        new EvidenceEntry(
            new CaptureEntry(List.of(), Optional.empty(), List.of()),
            new HepEntry("127.0.0.1", 0, Optional.empty(), 64),
            Optional.empty(),
            List.of(),
            new BanEntry(Optional.empty(), Optional.empty(), List.of(), List.of()),
            new ProbeEntry(List.of(), Optional.empty()),
            Map.of()),
        InstantSource.system());
  }
}
