package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Reference.Form;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;

/** Where dynamic routing sends calls: gateways, and carriers made of them. */
final class GatewayKinds {
  private GatewayKinds() {}

  static Entity gateway() {
    return Entity.of("drouting_gateway", "provisioning", "dr_gateways", "drouting")
        .is("drouting gateway", "drouting gateways", "a peer that dynamic routing sends calls to")
        .key("gwid")
        .needs("gwid", "ID in lists; letters, digits, . _ -")
        .needs("address", "Host or SIP URI, as 203.0.113.5:5060")
        .number("type", "Class of your own", 0, Integer.MAX_VALUE)
        .number("strip", "Leading digits to cut off", 0, Integer.MAX_VALUE)
        .text("pri_prefix", "Digits to put in front")
        .more()
        .text("attrs", "Text that the script sees")
        .number("probe_mode", "0 no pings, 1 while disabled, 2 always", 0, 2)
        .number(
            "state",
            "0 enabled, 1 disabled, 2 disabled until a ping succeeds; read with persistent_state",
            0,
            2)
        .text("socket", "Socket to send from, as udp:192.0.2.1:5060; the node's choice when empty")
        .text("description", "Note for people")
        .provenBy(RowProof.of("dr_gw_status", "Gateways[]", "ID", "gwid").showing("ATTRS", "attrs"))
        .namedIn(Reference.listed("dr_rules", "gwlist", "gwid", Form.GATEWAYS))
        .namedIn(Reference.listed("dr_carriers", "gwlist", "gwid", Form.GATEWAYS))
        .alias(Verb.LIST, "drouting_list_gateways")
        .alias(Verb.CREATE, "drouting_add_gateway")
        .alias(Verb.UPDATE, "drouting_update_gateway")
        .alias(Verb.DELETE, "drouting_delete_gateway")
        .asked(
            Verb.LIST,
            "Which gateways are stored for dynamic routing?",
            "List the dr_gateways rows of type 2",
            "List drouting gateways in the database")
        .asked(
            Verb.GET,
            "Get the stored drouting gateway gw1",
            "What address is stored for gateway gw-paris?",
            "Get one row of dr_gateways")
        .asked(
            Verb.CREATE,
            "Add a gateway at 203.0.113.5 to dynamic routing",
            "Create drouting gateway gw7 that strips two digits",
            "Put a new PSTN gateway into dr_gateways")
        .asked(
            Verb.UPDATE,
            "Change the address of drouting gateway gw1 for good",
            "Update the prefix that a gateway gets in dr_gateways",
            "Update the strip of a dynamic routing gateway")
        .asked(
            Verb.DELETE,
            "Delete drouting gateway gw1",
            "Remove a gateway from dr_gateways",
            "Take a gateway out of dynamic routing for good")
        .entity();
  }

  static Entity carrier() {
    return Entity.of("drouting_carrier", "provisioning", "dr_carriers", "drouting")
        .is(
            "drouting carrier",
            "drouting carriers",
            "a list of gateways that dynamic routing uses by its name")
        .key("carrierid")
        .needs("carrierid", "ID that rules name as #ID")
        .needs("gwlist", "Gateways in order, as gw1=10,gw2")
        .number("flags", "1 tries the first gateway only", 0, 1)
        .text("sort_alg", "N as given, W by weight, Q by quality")
        .number("state", "0 enabled, 1 disabled", 0, 1)
        .more()
        .text("attrs", "Text that the script sees")
        .text("description", "Note for people")
        .provenBy(
            RowProof.of("dr_carrier_status", "Carriers[]", "ID", "carrierid")
                .showing("ATTRS", "attrs"))
        .namedIn(Reference.listed("dr_rules", "gwlist", "carrierid", Form.CARRIERS))
        .alias(Verb.LIST, "drouting_list_carriers")
        .alias(Verb.CREATE, "drouting_add_carrier")
        .alias(Verb.UPDATE, "drouting_update_carrier")
        .alias(Verb.DELETE, "drouting_delete_carrier")
        .asked(
            Verb.LIST,
            "Which carriers are stored for dynamic routing?",
            "List the dr_carriers rows",
            "List drouting carriers with their gateways")
        .asked(
            Verb.GET,
            "Get the stored drouting carrier cr1",
            "Which gateways does dynamic routing carrier cr1 have in the database?",
            "Get one row of dr_carriers")
        .asked(
            Verb.CREATE,
            "Add a carrier of gateways gw1 and gw2",
            "Create drouting carrier cr5 sorted by weight",
            "Put a new carrier into dr_carriers")
        .asked(
            Verb.UPDATE,
            "Change the gateways of drouting carrier cr1",
            "Update the sorting of a dynamic routing carrier",
            "Update weights in the gwlist of a carrier")
        .asked(
            Verb.DELETE,
            "Delete drouting carrier cr1",
            "Remove a carrier from dr_carriers",
            "Take a dynamic routing carrier away for good")
        .entity();
  }
}
