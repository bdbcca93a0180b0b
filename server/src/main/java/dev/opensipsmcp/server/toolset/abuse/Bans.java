package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.server.config.EvidenceEntry.BanEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.ban.BanError;
import dev.opensipsmcp.sip.ban.Fail2ban;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The fail2ban that may be asked.
 *
 * @param settings what is configured
 */
record Bans(BanEntry settings) {
  static final String USUAL = "opensips";
  static final Schema.Property JAIL =
      Schema.optional("jail", Schema.text("Jail's name").longest(64).byDefault(USUAL));
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** What a call means, or why it can't be done. */
  sealed interface Choice {
    /** This jail of this server. */
    record Chosen(Fail2ban server, String jail) implements Choice {}

    /** None. */
    record Refused(Outcome.Failure failure) implements Choice {}
  }

  /** {@return the server, if one is configured} */
  Optional<Fail2ban> server() {
    return settings
        .client()
        .map(client -> new Fail2ban(client, settings.socket(), LIMIT, ZoneId.systemDefault()));
  }

  /** {@return the jail of that name, to read} */
  Choice readable(String jail) {
    Optional<Fail2ban> server = server();
    if (server.isEmpty()) {
      return new Choice.Refused(notConfigured());
    }
    return Fail2ban.isJail(jail)
        ? new Choice.Chosen(server.get(), jail)
        : new Choice.Refused(
            ToolError.ARGUMENTS_WRONG.failure(
                "No jail is called so.", "Take one of those that fail2ban_get_status shows."));
  }

  /** {@return the jail of that name, to change} */
  Choice changeable(String jail) {
    boolean allowed = settings.jails().isEmpty() || settings.jails().contains(jail);
    return allowed
        ? readable(jail)
        : new Choice.Refused(
            ToolError.TARGET_UNFIT.failure(
                "This server may not change that jail.",
                "Take one of " + String.join(", ", settings.jails()) + "."));
  }

  static Outcome.Failure notConfigured() {
    return ToolError.BAN_NOT_CONFIGURED.failure(
        "No fail2ban is configured here.",
        "Ask whoever runs this server to set OPENSIPS_MCP_FAIL2BAN_CLIENT, or fail2ban.client.");
  }

  static Outcome.Failure failure(BanError error) {
    ToolError code =
        switch (error.kind()) {
          case UNREACHABLE -> ToolError.BAN_UNREACHABLE;
          case UNKNOWN -> ToolError.BAN_UNKNOWN;
          case NOT_FOUND -> ToolError.TARGET_NOT_FOUND;
          case REFUSED -> ToolError.BAN_REFUSED;
        };
    return code.failure(error.message(), error.next());
  }
}
