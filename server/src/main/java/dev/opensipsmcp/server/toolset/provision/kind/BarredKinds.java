package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;

/** Numbers that may not be called. */
final class BarredKinds {
  private BarredKinds() {}

  static Entity user() {
    return Entity.of("user_blacklist", "subscribers", "userblacklist", "userblacklist")
        .is(
            "user blacklist entry",
            "user blacklist entries",
            "a prefix that one user may not call, or may")
        .key("username", "domain", "prefix")
        .needs("username", "User whose it is")
        .text("domain", "Domain of the user")
        .text("prefix", "Leading digits; the longest counts")
        .number("whitelist", "0 barred, 1 allowed", 0, 1)
        .atOnce("userblacklist reads it at each check.")
        .asked(
            Verb.LIST,
            "Which prefixes are barred for user alice?",
            "List the rows of userblacklist",
            "List numbers that a user may not call")
        .asked(
            Verb.GET,
            "Get one user blacklist entry",
            "Is prefix 0900 barred for alice?",
            "Get one row of userblacklist")
        .asked(
            Verb.CREATE,
            "Bar prefix 0900 for user alice",
            "Create a user blacklist entry",
            "Forbid a user to call a number")
        .asked(
            Verb.UPDATE,
            "Allow a user a barred prefix by whitelist",
            "Update a user blacklist entry",
            "Update a row of userblacklist")
        .asked(
            Verb.DELETE,
            "Delete a user blacklist entry",
            "Remove prefix 0900 from what is barred for alice",
            "Delete a row of userblacklist")
        .entity();
  }

  static Entity global() {
    return Entity.of("global_blacklist", "subscribers", "globalblacklist", "userblacklist")
        .is(
            "global blacklist entry",
            "global blacklist entries",
            "a prefix that nobody may call, or everybody may")
        .key("prefix")
        .needs("prefix", "Leading digits; the longest counts")
        .number("whitelist", "0 barred, 1 allowed", 0, 1)
        .text("description", "Note for people")
        .asked(
            Verb.LIST,
            "Which prefixes are barred for everybody?",
            "List the rows of globalblacklist",
            "List the numbers that nobody may call")
        .asked(
            Verb.GET,
            "Get one global blacklist entry",
            "Is prefix 881 barred for everybody?",
            "Get one row of globalblacklist")
        .asked(
            Verb.CREATE,
            "Bar prefix 881 for everybody",
            "Create a global blacklist entry",
            "Allow emergency numbers by the global whitelist")
        .asked(
            Verb.UPDATE,
            "Change a global blacklist entry to whitelist",
            "Update the prefix of a global blacklist entry",
            "Update a row of globalblacklist")
        .asked(
            Verb.DELETE,
            "Delete a global blacklist entry",
            "Remove prefix 881 from the global blacklist",
            "Delete a row of globalblacklist")
        .entity();
  }
}
