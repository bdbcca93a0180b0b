package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;
import java.util.Map;

/** Registrations that a node makes itself, at providers. */
final class RegistrantKinds {
  private static final int LEAST_EXPIRY = 11;

  private RegistrantKinds() {}

  static Entity registration() {
    return Entity.of("registrant_record", "platform", "registrant", "uac_registrant")
        .is(
            "registrant record",
            "registrant records",
            "a registration that the node makes at a provider")
        .key("aor", "binding_URI", "registrar")
        .needs("aor", "What to register, sip:user@provider")
        .needs("registrar", "Where to register, SIP URI without a user")
        .needs("binding_URI", "Contact to register, SIP URI")
        .needsNumber(
            "expiry",
            "Seconds; ignored unless above timer_interval (100)",
            LEAST_EXPIRY,
            Integer.MAX_VALUE)
        .more()
        .text("username", "Name for authentication")
        .givenSecret("password", "Password", false)
        .number("state", "0 registers, 1 is switched off", 0, 1)
        .text("proxy", "Outbound proxy, SIP URI without a user")
        .text("third_party_registrant", "From URI, when another registers for the AOR")
        .text("binding_params", "Parameters of the Contact, as ;transport=tls")
        .text("forced_socket", "Listening socket to send from, as udp:192.0.2.1:5060")
        .text("cluster_shtag", "Sharing tag whose active node registers, as vip/1")
        .provenBy(
            RowProof.of(
                    "reg_list",
                    "Records[]",
                    "AOR",
                    "aor",
                    "binding",
                    "binding_URI",
                    "registrar",
                    "registrar")
                .showing(
                    "enabled",
                    "state",
                    "proxy",
                    "proxy",
                    "third_party_registrant",
                    "third_party_registrant",
                    "binding_params",
                    "binding_params",
                    "shtag",
                    "cluster_shtag")
                .printing("state", row -> row.getOrDefault("state", "").equals("0") ? "yes" : "no")
                .printing("cluster_shtag", RegistrantKinds::tag))
        .asked(
            Verb.LIST,
            "Which registrant records are stored?",
            "List the provider registrations in table registrant",
            "Show stored registrants of provider.example.net")
        .asked(
            Verb.GET,
            "Show the stored registrant record of sip:trunk1@provider.example.net",
            "Get one registrant row from the database",
            "What is stored for registrant number 3?")
        .asked(
            Verb.CREATE,
            "Create a registrant record for a new SIP trunk",
            "Add a registration at provider.example.net to the registrant table",
            "Store a trunk account so that the node registers at the provider")
        .asked(
            Verb.UPDATE,
            "Change the password of a registrant record",
            "Update the expiry of the stored registrant",
            "Switch a stored registrant record off for good")
        .asked(
            Verb.DELETE,
            "Delete the registrant record of trunk1",
            "Remove a provider registration from the registrant table",
            "Take a registrant out of the database")
        .entity();
  }

  private static String tag(Map<String, String> row) {
    return row.getOrDefault("cluster_shtag", "").split("/", 2)[0];
  }
}
