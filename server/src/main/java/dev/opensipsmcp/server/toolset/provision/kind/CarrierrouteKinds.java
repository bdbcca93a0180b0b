package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Verb;
import java.util.List;

/** Routing by module carrierroute. */
final class CarrierrouteKinds {
  private CarrierrouteKinds() {}

  static Entity rule() {
    return Entity.of("carrierroute_rule", "provisioning", "carrierroute", "carrierroute")
        .is(
            "carrierroute rule",
            "carrierroute rules",
            "which host carrierroute sends a number prefix to")
        .number("carrier", "Carrier's row number", 0, Integer.MAX_VALUE)
        .text("domain", "Route domain that the script names")
        .text("scan_prefix", "Leading digits; empty for any")
        .decimal("prob", "Share of the calls, 0 to 1", true)
        .needs("rewrite_host", "Host that calls go to")
        .more()
        .number("strip", "Leading digits to cut off", 0, Integer.MAX_VALUE)
        .text("rewrite_prefix", "Digits to put in front")
        .text("rewrite_suffix", "Digits to put behind")
        .number("flags", "Message flags that it needs, of those in mask", 0, Integer.MAX_VALUE)
        .number("mask", "Message flags that are compared; 0 none", 0, Integer.MAX_VALUE)
        .text("description", "Note for people")
        .asked(
            Verb.LIST,
            "Which carrierroute rules are stored for prefix 49?",
            "List the rows of table carrierroute",
            "List carrierroute hosts in the database")
        .asked(
            Verb.GET,
            "Get one stored carrierroute rule",
            "Which host does carrierroute rule 8 use?",
            "Get one row of table carrierroute")
        .asked(
            Verb.CREATE,
            "Add a carrierroute rule for prefix 49",
            "Create a carrierroute row with probability 0.5",
            "Send a prefix to a host by carrierroute for good")
        .asked(
            Verb.UPDATE,
            "Change the stored share of a carrierroute rule",
            "Update the rewrite host of a carrierroute row",
            "Update the prefix of a carrierroute rule")
        .asked(
            Verb.DELETE,
            "Delete a carrierroute rule for good",
            "Remove a row from table carrierroute",
            "Delete a prefix from the carrierroute table")
        .entity();
  }

  static Entity carrier() {
    return Entity.of("carrierroute_carrier", "provisioning", "route_tree", "carrierroute")
        .is(
            "carrierroute carrier",
            "carrierroute carriers",
            "a carrier whose row number carrierroute rules name")
        .key("carrier")
        .needs("carrier", "Name that the script uses")
        .otherwise(
            "carrierroute needs a restart for it: reloading after a carrier went ends the node.")
        .namedIn(Reference.equal("carrierroute", List.of("carrier"), List.of("id")))
        .namedIn(Reference.equal("carrierfailureroute", List.of("carrier"), List.of("id")))
        .asked(
            Verb.LIST,
            "Which carrierroute carriers are stored?",
            "List the rows of route_tree",
            "List names and numbers of carrierroute carriers")
        .asked(
            Verb.GET,
            "Get the carrierroute carrier named default",
            "Which row number does carrierroute carrier default have?",
            "Get one row of route_tree")
        .asked(
            Verb.CREATE,
            "Add a carrier to carrierroute",
            "Create carrierroute carrier acme",
            "Put a new carrier into route_tree")
        .asked(
            Verb.UPDATE,
            "Rename a carrierroute carrier",
            "Update the name of a carrier in route_tree",
            "Change what a carrierroute carrier is called")
        .asked(
            Verb.DELETE,
            "Delete carrierroute carrier acme",
            "Remove a carrier from route_tree",
            "Delete a carrier of carrierroute")
        .entity();
  }

  static Entity failure() {
    return Entity.of("carrierroute_failure", "provisioning", "carrierfailureroute", "carrierroute")
        .is(
            "carrierroute failure rule",
            "carrierroute failure rules",
            "what is tried after a host failed")
        .number("carrier", "Carrier's row number", 0, Integer.MAX_VALUE)
        .needs("domain", "Route domain that failed")
        .text("scan_prefix", "Leading digits; empty for any")
        .needs("reply_code", "SIP status; 5.. is any 5xx")
        .needs("next_domain", "Route domain to try next")
        .more()
        .text("host_name", "Host that failed; any when empty")
        .number("flags", "Message flags that it needs, of those in mask", 0, Integer.MAX_VALUE)
        .number("mask", "Message flags that are compared; 0 none", 0, Integer.MAX_VALUE)
        .text("description", "Note for people")
        .asked(
            Verb.LIST,
            "Which carrierroute failure rules are stored?",
            "List the rows of carrierfailureroute",
            "What is tried after a host fails in carrierroute?")
        .asked(
            Verb.GET,
            "Get one carrierroute failure rule",
            "Which domain does a carrierroute failure rule try next?",
            "Get one row of carrierfailureroute")
        .asked(
            Verb.CREATE,
            "Add a failure rule to carrierroute for 5.. replies",
            "Create a carrierfailureroute row",
            "Try another route domain after 503 in carrierroute")
        .asked(
            Verb.UPDATE,
            "Change the next domain of a carrierroute failure rule",
            "Update the reply code of a carrierfailureroute row",
            "Update a failure rule of carrierroute")
        .asked(
            Verb.DELETE,
            "Delete a carrierroute failure rule",
            "Remove a row of carrierfailureroute",
            "Delete a failure route of carrierroute")
        .entity();
  }
}
