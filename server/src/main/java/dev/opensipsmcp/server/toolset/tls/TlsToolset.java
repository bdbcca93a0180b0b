package dev.opensipsmcp.server.toolset.tls;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code tls}. */
public final class TlsToolset {
  static final String NAME = "tls";

  private TlsToolset() {}

  /** {@return the tools for TLS, TCP and STIR/SHAKEN} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "TLS: domains, connections and figures; reload TLS, TCP and STIR/SHAKEN data.",
        List.of(
            SecurityReloads.certificates(),
            SecurityReloads.revocations(),
            SecurityReloads.tcp(),
            TlsStatistics.tool(),
            TlsLists.connections(),
            TlsLists.domains(),
            SecurityReloads.tls()));
  }
}
