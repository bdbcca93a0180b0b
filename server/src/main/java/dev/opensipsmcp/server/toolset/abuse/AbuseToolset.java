package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.util.List;

/** Makes the toolset {@code abuse}. */
public final class AbuseToolset {
  static final String NAME = "abuse";

  private AbuseToolset() {}

  /**
   * {@return the tools}
   *
   * @param desk what they work with
   */
  public static Toolset make(EvidenceDesk desk) {
    Bans bans = new Bans(desk.settings().fail2ban());
    return new Toolset(
        NAME,
        "Attackers banned over fail2ban; its filter, jail and script line made and tested.",
        List.of(
            BanChange.ban(desk, bans),
            JailMaker.tool(bans),
            BanReads.jail(bans),
            BanReads.status(bans),
            BanReads.banned(bans),
            BanChange.unban(desk, bans)));
  }
}
