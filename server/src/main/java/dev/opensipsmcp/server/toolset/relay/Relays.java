package dev.opensipsmcp.server.toolset.relay;

import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.relay.RelayAddress;
import dev.opensipsmcp.sip.relay.RelayError;
import dev.opensipsmcp.sip.relay.RtpEngine;
import dev.opensipsmcp.sip.relay.RtpProxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The relays that may be asked.
 *
 * @param desk what is configured
 */
record Relays(EvidenceDesk desk) {
  static final String RTPENGINE = "rtpengine";

  /** The tag of the caller, by which alone rtpproxy knows a call. */
  static final Schema.Property TAG =
      Schema.optional("from_tag", Schema.text("Tag of the caller; rtpproxy needs it").longest(256));

  static final Schema.Property NAME =
      Schema.optional(
          "relay", Schema.text("Its configured name; may be left out if it is the only one"));

  /** {@return all, in the order of the settings} */
  List<RelayEntry> all() {
    return desk.settings().relays();
  }

  /** {@return whether a relay is an RTPEngine; it is an rtpproxy otherwise} */
  static boolean isEngine(RelayEntry relay) {
    return relay.kind().equals(RTPENGINE);
  }

  /** {@return a client of an rtpproxy} */
  static RtpProxy proxy(RelayEntry relay) {
    return new RtpProxy(address(relay), Duration.ofMillis(relay.timeoutMs()));
  }

  /** {@return a client of one of them} */
  static RtpEngine engine(RelayEntry relay) {
    return new RtpEngine(address(relay), Duration.ofMillis(relay.timeoutMs()));
  }

  /** {@return where a relay is; its form was checked when the settings were read} */
  static RelayAddress address(RelayEntry relay) {
    return RelayAddress.parse(relay.url())
        .orElseThrow(() -> new IllegalStateException("Relay " + relay.name() + " has no address"));
  }

  /** The relay that a call means, or why there is none. */
  sealed interface Choice {
    /** This one. */
    record Chosen(RelayEntry relay) implements Choice {}

    /** None. */
    record Refused(Outcome.Failure failure) implements Choice {}
  }

  Choice chosen(Arguments arguments) {
    List<RelayEntry> relays = all();
    if (relays.isEmpty()) {
      return new Choice.Refused(notConfigured());
    }
    Optional<String> name = arguments.maybeText("relay");
    if (name.isEmpty()) {
      return relays.size() == 1
          ? new Choice.Chosen(relays.getFirst())
          : new Choice.Refused(
              ToolError.ARGUMENTS_INCOMPLETE.failure(
                  "There are several relays.", "Give relay: one of " + names(relays) + "."));
    }
    return relays.stream()
        .filter(relay -> relay.name().equals(name.get()))
        .findFirst()
        .<Choice>map(Choice.Chosen::new)
        .orElseGet(() ->
            new Choice.Refused(
                ToolError.TARGET_NOT_FOUND.failure(
                    "No relay of that name is configured.", "Take one of " + names(relays) + ".")));
  }

  private static String names(List<RelayEntry> relays) {
    return String.join(", ", relays.stream().map(RelayEntry::name).toList());
  }

  static Outcome.Failure notConfigured() {
    return ToolError.RELAY_NOT_CONFIGURED.failure(
        "No media relay is configured here.",
        "Ask whoever runs this server to set relays, or OPENSIPS_MCP_RTPENGINE_URL.");
  }

  static Outcome.Failure failure(RelayEntry relay, RelayError error) {
    ToolError code =
        switch (error.kind()) {
          case UNREACHABLE -> ToolError.RELAY_UNREACHABLE;
          case NOT_FOUND -> ToolError.RELAY_CALL_NOT_FOUND;
          case REFUSED, WRONG_ANSWER -> ToolError.RELAY_REFUSED;
        };
    return code.failure(relay.name() + ": " + error.message(), error.next());
  }
}
