package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;

/** Short numbers of users and of groups. */
final class DialKinds {
  private DialKinds() {}

  static Entity speed() {
    return Entity.of("speed_dial", "subscribers", "speed_dial", "speeddial")
        .is("speed dial", "speed dials", "a short number of a user and the URI that it means")
        .key("username", "domain", "sd_username", "sd_domain")
        .needs("username", "User whose it is")
        .text("domain", "Domain of the user")
        .needs("sd_username", "Short number, as 23")
        .text("sd_domain", "Domain that it is dialled at")
        .needs("new_uri", "SIP URI that it means")
        .more()
        .text("fname", "First name of who is called")
        .text("lname", "Last name of who is called")
        .text("description", "Note for people")
        .atOnce("speeddial reads it at each lookup.")
        .asked(
            Verb.LIST,
            "Which speed dials does alice have?",
            "List the rows of speed_dial",
            "List short numbers of a user")
        .asked(
            Verb.GET,
            "Get speed dial 23 of alice",
            "What URI does speed dial 23 mean?",
            "Get one row of speed_dial")
        .asked(
            Verb.CREATE,
            "Add speed dial 23 for alice",
            "Create a speed dial",
            "Give a user a short number for his office")
        .asked(
            Verb.UPDATE,
            "Change the URI of speed dial 23",
            "Update a speed dial",
            "Update the name in a row of speed_dial")
        .asked(
            Verb.DELETE,
            "Delete speed dial 23 of alice",
            "Remove a short number of a user",
            "Delete a row of speed_dial")
        .entity();
  }

  static Entity closed() {
    return Entity.of("closed_dial", "subscribers", "closeddial", "sqlops")
        .is(
            "closed dial number",
            "closed dial numbers",
            "a short number in a closed group of users, as in a Centrex")
        .key("username", "domain", "cd_username", "cd_domain", "group_id")
        .text("username", "User who dials")
        .text("domain", "Domain of that user")
        .needs("cd_username", "Short number, as 101")
        .text("cd_domain", "Domain that it is dialled at")
        .needs("group_id", "Closed group")
        .needs("new_uri", "SIP URI that it means")
        .atOnce("The script looks it up by itself; no module reads it.")
        .asked(
            Verb.LIST,
            "Which closed dial numbers does group sales have?",
            "List the rows of closeddial",
            "List extensions of a Centrex group")
        .asked(
            Verb.GET,
            "Get closed dial number 101",
            "What URI does closed dial number 101 mean?",
            "Get one row of closeddial")
        .asked(
            Verb.CREATE,
            "Add closed dial number 101 to a group",
            "Create an extension in a Centrex group",
            "Create a row in closeddial")
        .asked(
            Verb.UPDATE,
            "Change the URI of closed dial number 101",
            "Update a row of closeddial",
            "Update an extension of a Centrex group")
        .asked(
            Verb.DELETE,
            "Delete closed dial number 101",
            "Remove an extension from a Centrex group",
            "Delete a row of closeddial")
        .entity();
  }
}
