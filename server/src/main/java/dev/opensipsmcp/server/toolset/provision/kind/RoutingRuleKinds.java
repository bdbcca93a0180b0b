package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;

/** Which calls dynamic routing sends where. */
final class RoutingRuleKinds {
  private RoutingRuleKinds() {}

  static Entity rule() {
    return Entity.of("drouting_rule", "provisioning", "dr_rules", "drouting")
        .is(
            "drouting rule",
            "drouting rules",
            "which gateways dynamic routing sends a number prefix to")
        .needs("groupid", "Groups, as 0 or 1,2")
        .needs("prefix", "Leading digits; empty for any number")
        .text("gwlist", "In order, as gw1=10,gw2,#cr1")
        .number("priority", "Higher wins at the same prefix", Integer.MIN_VALUE, Integer.MAX_VALUE)
        .text("sort_alg", "N as given, W by weight, Q by quality")
        .more()
        .text("timerec", "Time recurrence in which it holds; always when empty")
        .text("routeid", "Script route that runs when it matches")
        .number(
            "sort_profile",
            "Row number of the qrouting profile, for sort_alg Q",
            0,
            Integer.MAX_VALUE)
        .text("attrs", "Text that the script sees")
        .text("description", "Note for people")
        .alias(Verb.LIST, "drouting_list_rules")
        .alias(Verb.CREATE, "drouting_add_rule")
        .alias(Verb.UPDATE, "drouting_update_rule")
        .alias(Verb.DELETE, "drouting_delete_rule")
        .asked(
            Verb.LIST,
            "Which dynamic routing rules are stored for prefix 49?",
            "List the dr_rules rows of group 1",
            "List drouting rules in the database")
        .asked(
            Verb.GET,
            "Get drouting rule 17 in full",
            "What is stored in dr_rules for rule number 17?",
            "Get one dynamic routing rule with its time recurrence")
        .asked(
            Verb.CREATE,
            "Route prefix 49 in group 1 to gateway gw1",
            "Create a dynamic routing rule for prefix 0033",
            "Add a drouting rule that names a carrier")
        .asked(
            Verb.UPDATE,
            "Change the gateways of drouting rule 17",
            "Give a dynamic routing rule a higher priority",
            "Update the time recurrence of a row in dr_rules")
        .asked(
            Verb.DELETE,
            "Delete drouting rule 17",
            "Remove the dynamic routing rule of prefix 0033",
            "Take a rule out of dr_rules")
        .entity();
  }

  static Entity group() {
    return Entity.of("drouting_group", "provisioning", "dr_groups", "drouting")
        .is(
            "drouting group's caller",
            "drouting groups' callers",
            "which rules of dynamic routing a caller uses")
        .key("username", "domain")
        .needs("username", "User part of the caller's URI")
        .text("domain", "Domain of the caller's URI")
        .needsNumber("groupid", "Group of the rules to use", 0, Integer.MAX_VALUE)
        .text("description", "Note for people")
        .atOnce("drouting reads it at each call that is routed without a group.")
        .asked(
            Verb.LIST,
            "Which callers use drouting group 2?",
            "List the dr_groups rows",
            "List callers and their routing groups in the database")
        .asked(
            Verb.GET,
            "Get the drouting group stored for caller alice",
            "Which routing group does caller alice have in dr_groups?",
            "Get one row of dr_groups")
        .asked(
            Verb.CREATE,
            "Put caller alice into drouting group 2",
            "Create a dr_groups row for a caller",
            "Assign a routing group to a caller")
        .asked(
            Verb.UPDATE,
            "Move caller alice to another drouting group",
            "Update the group number of a caller in dr_groups",
            "Change which routing rules a caller uses")
        .asked(
            Verb.DELETE,
            "Remove caller alice from her drouting group",
            "Delete a dr_groups row",
            "Delete a caller's routing group")
        .entity();
  }

  static Entity partition() {
    return Entity.of("drouting_partition", "provisioning", "dr_partitions", "drouting")
        .is(
            "drouting partition",
            "drouting partitions",
            "a set of dynamic routing tables, perhaps in another database")
        .key("partition_name")
        .needs("partition_name", "Name that the script and MI use")
        .givenSecret("db_url", "Database URL with its password", true)
        .text("drd_table", "Its gateways; dr_gateways when empty")
        .text("drr_table", "Its rules; dr_rules when empty")
        .more()
        .text("drg_table", "Its groups; dr_groups when empty")
        .text("drc_table", "Its carriers; dr_carriers when empty")
        .text("ruri_avp", "AVP for the request URIs to try")
        .text("gw_id_avp", "AVP for the gateways' IDs")
        .text("gw_priprefix_avp", "AVP for the gateway's pri_prefix")
        .text("gw_sock_avp", "AVP for the sockets to send from")
        .text("rule_id_avp", "AVP for the rule's ID")
        .text("rule_prefix_avp", "AVP for the prefix that matched")
        .text("carrier_id_avp", "AVP for the carrier's ID")
        .otherwise("drouting reads it at start only, with use_partitions=1.")
        .asked(
            Verb.LIST,
            "Which drouting partitions are stored?",
            "List the dr_partitions rows",
            "List partitions of dynamic routing with their tables")
        .asked(
            Verb.GET,
            "Get the drouting partition named pstn",
            "Which tables does drouting partition pstn use?",
            "Get one row of dr_partitions")
        .asked(
            Verb.CREATE,
            "Add a drouting partition with tables of its own",
            "Create dynamic routing partition wholesale",
            "Put a new partition into dr_partitions")
        .asked(
            Verb.UPDATE,
            "Change the rules table of a drouting partition",
            "Update the AVPs of a dynamic routing partition",
            "Update a row of dr_partitions")
        .asked(
            Verb.DELETE,
            "Delete drouting partition pstn",
            "Remove a partition from dr_partitions",
            "Delete a dynamic routing partition")
        .entity();
  }
}
