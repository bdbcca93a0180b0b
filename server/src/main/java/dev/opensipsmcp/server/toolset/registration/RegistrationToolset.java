package dev.opensipsmcp.server.toolset.registration;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code registration}. */
public final class RegistrationToolset {

  private RegistrationToolset() {}

  /** {@return the tools for users registered here, and for registrations held elsewhere} */
  public static Toolset make() {
    return new Toolset(
        "registration",
        "Registered users and their contacts, trunk registrations, NAT pings.",
        List.of(
            NatTools.enable(),
            NatTools.get(),
            RegistrarStats.tool(),
            RegistrationList.tool(),
            RegistrationSummary.tool(),
            RegistrantTools.disable(),
            RegistrantTools.enable(),
            RegistrantTools.force(),
            RegistrantTools.list(),
            RegistrantTools.reload(),
            UlAddContact.tool(),
            UlTools.clusterSync(),
            UlTools.flush(),
            UlRemoveAor.tool(),
            UlRemoveContact.tool(),
            UlTools.show(),
            UlTools.sync()));
  }
}
