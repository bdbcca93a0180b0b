package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;

/** Numbers: what they become, and prefixes with attributes. */
final class NumberKinds {
  private NumberKinds() {}

  static Entity dialplan() {
    return Entity.of("dialplan_rule", "provisioning", "dialplan", "dialplan")
        .is("dialplan rule", "dialplan rules", "how a dialled number is matched and rewritten")
        .needsNumber("dpid", "Dialplan that it belongs to", 0, Integer.MAX_VALUE)
        .needsNumber("match_op", "0 equal, 1 regular expression", 0, 1)
        .needs("match_exp", "Text or expression to match")
        .text("subst_exp", "Expression with parts for repl_exp")
        .text("repl_exp", "Result, parts as in sed")
        .more()
        .number("pr", "Lower goes first", Integer.MIN_VALUE, Integer.MAX_VALUE)
        .text("attrs", "Text that the script sees")
        .number("match_flags", "0 case counts, 1 it does not", 0, 1)
        .text("timerec", "Time recurrence in which it holds; always when empty")
        .number("disabled", "0 in use, 1 passed over", 0, 1)
        .alias(Verb.LIST, "dialplan_list_rules")
        .alias(Verb.CREATE, "dialplan_add_rule")
        .alias(Verb.UPDATE, "dialplan_update_rule")
        .alias(Verb.DELETE, "dialplan_delete_rule")
        .asked(
            Verb.LIST,
            "Which dialplan rules are stored for dialplan 1?",
            "List the rows of table dialplan",
            "List number translation rules in the database")
        .asked(
            Verb.GET,
            "Get dialplan rule 12 in full",
            "What regular expression does dialplan rule 12 have?",
            "Get one dialplan row from the database")
        .asked(
            Verb.CREATE,
            "Add a dialplan rule that turns 00 into +",
            "Create a dialplan rule with a regular expression",
            "Put a number translation into dialplan 3")
        .asked(
            Verb.UPDATE,
            "Change the replacement of dialplan rule 12",
            "Update the expression of a dialplan rule",
            "Disable a dialplan rule in the database")
        .asked(
            Verb.DELETE,
            "Delete dialplan rule 12",
            "Remove a number translation from the dialplan table",
            "Delete a dialplan row")
        .entity();
  }

  static Entity prefix() {
    return Entity.of("trie_rule", "provisioning", "trie_table", "trie")
        .is(
            "trie prefix",
            "trie prefixes",
            "attributes of numbers that begin with a prefix, cached by module trie")
        .key("prefix")
        .needs("prefix", "Digits that numbers begin with")
        .text("attrs", "Text that the script sees")
        .number("enabled", "0 passed over, 1 in use", 0, 1)
        .asked(
            Verb.LIST,
            "Which trie prefixes are stored?",
            "List the rows of trie_table",
            "List prefixes of the trie in the database")
        .asked(
            Verb.GET,
            "Get the stored trie prefix 4930",
            "What attributes does trie_table hold for prefix 4930?",
            "Get one trie row from the database")
        .asked(
            Verb.CREATE,
            "Add prefix 4930 to the trie table",
            "Create a trie prefix with attributes for good",
            "Put a new prefix into trie_table")
        .asked(
            Verb.UPDATE,
            "Change the stored attributes of trie prefix 4930",
            "Update a row of trie_table",
            "Disable a trie prefix in the database")
        .asked(
            Verb.DELETE,
            "Delete prefix 4930 from the trie table for good",
            "Remove a row from trie_table",
            "Delete a stored trie prefix")
        .entity();
  }

  static Entity triePartition() {
    return Entity.of("trie_partition", "provisioning", "trie_partitions", "trie")
        .is(
            "trie partition",
            "trie partitions",
            "a trie with a table of its own, perhaps in another database")
        .key("partition_name")
        .needs("partition_name", "Name that the script and MI use")
        .givenSecret("db_url", "Database URL with its password", true)
        .text("trie_table", "Its prefixes; trie_table when empty")
        .otherwise("trie reads it at start only, with use_partitions=1.")
        .asked(
            Verb.LIST,
            "Which trie partitions are stored?",
            "List the trie_partitions rows",
            "List partitions of the trie module")
        .asked(
            Verb.GET,
            "Get the trie partition named lerg",
            "Which table does trie partition lerg use?",
            "Get one row of trie_partitions")
        .asked(
            Verb.CREATE,
            "Add a trie partition with a table of its own",
            "Create trie partition lerg",
            "Put a new partition into trie_partitions")
        .asked(
            Verb.UPDATE,
            "Change the table of a trie partition",
            "Update the database URL of a trie partition",
            "Update a row of trie_partitions")
        .asked(
            Verb.DELETE,
            "Delete trie partition lerg",
            "Remove a partition from trie_partitions",
            "Delete a partition of the trie module")
        .entity();
  }
}
