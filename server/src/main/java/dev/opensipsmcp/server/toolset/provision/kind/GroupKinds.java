package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;

/** What users may do and want. */
final class GroupKinds {
  private GroupKinds() {}

  static Entity group() {
    return Entity.of("subscriber_group", "subscribers", "grp", "group")
        .is(
            "group membership",
            "group memberships",
            "a permission group, such as ld or int, that a subscriber is in")
        .key("username", "domain", "grp")
        .needs("username", "User part of the subscriber")
        .text("domain", "Domain of the subscriber")
        .needs("grp", "Group that the script checks")
        .stamp("last_modified", "When it was written")
        .atOnce("group reads it at each check.")
        .asked(
            Verb.LIST,
            "Which groups is subscriber alice in?",
            "List the rows of table grp",
            "List members of permission group int")
        .asked(
            Verb.GET,
            "Get one group membership of a subscriber",
            "Since when is alice in group int?",
            "Get one row of table grp")
        .asked(
            Verb.CREATE,
            "Put subscriber alice into group int",
            "Allow a subscriber international calls by group",
            "Create a row in table grp")
        .asked(
            Verb.UPDATE,
            "Move a subscriber to another permission group",
            "Update a row of table grp",
            "Change which permission group a membership is of")
        .asked(
            Verb.DELETE,
            "Take subscriber alice out of group int",
            "Delete a row of table grp",
            "Forbid a subscriber international calls by group")
        .entity();
  }

  static Entity pattern() {
    return Entity.of("group_pattern", "subscribers", "re_grp", "group")
        .is(
            "group pattern",
            "group patterns",
            "a regular expression whose matching users are in a numbered group")
        .key("reg_exp", "group_id")
        .needs("reg_exp", "Expression over sip:user@domain")
        .needsNumber("group_id", "Group that matching users are in", 0, Integer.MAX_VALUE)
        .otherwise("group reads it at start only, with re_table set.")
        .asked(
            Verb.LIST,
            "Which group patterns are stored?",
            "List the rows of re_grp",
            "List regular expressions of user groups")
        .asked(
            Verb.GET,
            "Get one group pattern",
            "Which group does a group pattern lead to?",
            "Get one row of re_grp")
        .asked(
            Verb.CREATE,
            "Add a regular expression for user group 10",
            "Create a group pattern",
            "Put a pattern into re_grp")
        .asked(
            Verb.UPDATE,
            "Change the expression of a group pattern",
            "Update a row of re_grp",
            "Update the number that a group pattern gives")
        .asked(
            Verb.DELETE,
            "Delete a group pattern",
            "Remove a row from re_grp",
            "Delete the regular expression of a user group")
        .entity();
  }

  static Entity preference() {
    return Entity.of("subscriber_preference", "subscribers", "usr_preferences", "sqlops")
        .is(
            "subscriber preference",
            "subscriber preferences",
            "a setting of a user, such as a call forwarding target")
        .text("username", "User part of the subscriber")
        .text("domain", "Domain of the subscriber")
        .needs("attribute", "Name that the script loads")
        .needs("value", "Its value")
        .number("type", "Bits: 1 value is a number, 2 name is one", 0, 3)
        .text("uuid", "ID of the user instead of the name")
        .stamp("last_modified", "When it was written")
        .atOnce("The script reads it by sqlops, up to 3.4 by avpops, at each request.")
        .asked(
            Verb.LIST,
            "Which call forwardings does alice have?",
            "List the rows of usr_preferences",
            "List preferences of subscriber alice")
        .asked(
            Verb.GET,
            "Get one stored preference of a subscriber",
            "Where are calls of alice forwarded when busy?",
            "Get one row of usr_preferences")
        .asked(
            Verb.CREATE,
            "Forward calls of alice to 4930123",
            "Create a subscriber preference",
            "Set do not disturb for a subscriber")
        .asked(
            Verb.UPDATE,
            "Change the forwarding target of a subscriber",
            "Update the value of a preference",
            "Update a row of usr_preferences")
        .asked(
            Verb.DELETE,
            "Delete a call forwarding of alice",
            "Remove a preference of a subscriber",
            "Delete a row of usr_preferences")
        .entity();
  }
}
