package dev.opensipsmcp.server.toolset.tls;

import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.time.InstantSource;
import java.util.List;

/** Makes the toolset {@code tls}. */
public final class TlsToolset {
  static final String NAME = "tls";

  private TlsToolset() {}

  /**
   * {@return the tools for TLS, TCP and STIR/SHAKEN}
   *
   * @param clock the time that certificates are held against
   * @param desk where handshakes may go
   */
  public static Toolset make(InstantSource clock, EvidenceDesk desk) {
    return new Toolset(
        NAME,
        "TLS: domains, certificates, connections and figures; reload TLS, TCP and STIR/SHAKEN data.",
        List.of(
            SecurityReloads.certificates(),
            SecurityReloads.revocations(),
            SecurityReloads.tcp(),
            TlsExpiry.tool(clock),
            TlsCheckHandshake.tool(clock, desk.settings().probes()),
            TlsCheckPem.tool(clock),
            TlsStatistics.tool(),
            TlsLists.connections(),
            TlsLists.domains(),
            SecurityReloads.tls()));
  }
}
