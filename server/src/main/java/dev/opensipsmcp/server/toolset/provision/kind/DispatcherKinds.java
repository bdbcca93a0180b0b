package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;

/** Destinations of sets. */
final class DispatcherKinds {
  private static final int SETS = Integer.MAX_VALUE;

  private DispatcherKinds() {}

  static Entity destination() {
    return Entity.of("dispatcher_destination", "provisioning", "dispatcher", "dispatcher")
        .is(
            "dispatcher destination",
            "dispatcher destinations",
            "a SIP server that calls of a set are sent to")
        .key("setid", "destination")
        .needsNumber("setid", "Set that it belongs to", 0, SETS)
        .needs("destination", "SIP URI, as sip:203.0.113.5:5060")
        .text("weight", "Share of calls; 1 when absent")
        .number("priority", "Lower is tried later", 0, SETS)
        .text("attrs", "Text that the script sees")
        .more()
        .number("state", "0 active, 1 inactive, 2 probing", 0, 2)
        .text("description", "Note for people")
        .number("probe_mode", "0 no pings, 1 while probing, 2 always", 0, 2)
        .text("socket", "Socket to send from, as udp:192.0.2.1:5060; the node's choice when empty")
        .provenBy(
            RowProof.of(
                    "ds_list",
                    "PARTITIONS[].SETS[].Destinations[]",
                    "SETS.id",
                    "setid",
                    "URI",
                    "destination")
                .showing("weight", "weight", "priority", "priority", "description", "description"))
        .alias(Verb.LIST, "dispatcher_list_db")
        .alias(Verb.CREATE, "dispatcher_add")
        .alias(Verb.UPDATE, "dispatcher_update")
        .alias(Verb.DELETE, "dispatcher_remove")
        .asked(
            Verb.LIST,
            "Which dispatcher destinations are stored for set 1?",
            "List dispatcher rows in the database",
            "Show stored destinations of all dispatcher sets")
        .asked(
            Verb.GET,
            "Show the stored row of dispatcher destination sip:203.0.113.5:5060",
            "Get one dispatcher destination from the database",
            "What is stored for the dispatcher target with row number 7?")
        .asked(
            Verb.CREATE,
            "Add sip:203.0.113.9 to dispatcher set 1",
            "Create a new dispatcher destination and make it active",
            "Put another server into the dispatcher set")
        .asked(
            Verb.UPDATE,
            "Change the weight of a dispatcher destination for good",
            "Update the stored attrs of a dispatcher destination",
            "Give the dispatcher row another priority")
        .asked(
            Verb.DELETE,
            "Remove sip:203.0.113.9 from dispatcher set 1 for good",
            "Delete a dispatcher destination row",
            "Take a server out of the dispatcher table")
        .entity();
  }
}
