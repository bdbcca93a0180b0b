package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;

/** Rooms for messages, and who is in them. */
final class ConferenceKinds {
  private ConferenceKinds() {}

  static Entity room() {
    return Entity.of("imc_room", "subscribers", "imc_rooms", "imc")
        .is("IMC room", "IMC rooms", "a conference room for instant messages")
        .key("name", "domain")
        .needs("name", "Name of the room")
        .needs("domain", "Domain of the room")
        .needsNumber("flag", "0 open, 1 private", 0, 1)
        .otherwise(
            "imc reads it at start, then empties the table and fills it at shutdown; a room needs a member.")
        .asked(
            Verb.LIST,
            "Which IMC rooms are stored?",
            "List the rows of imc_rooms",
            "List conference rooms for messages in the database")
        .asked(
            Verb.GET,
            "Get the stored IMC room lobby",
            "Is IMC room lobby private in the database?",
            "Get one row of imc_rooms")
        .asked(
            Verb.CREATE,
            "Add an IMC room for messages",
            "Create IMC room lobby",
            "Put a private room into imc_rooms")
        .asked(
            Verb.UPDATE,
            "Make a stored IMC room private",
            "Update a row of imc_rooms",
            "Update the name of a stored IMC room")
        .asked(
            Verb.DELETE,
            "Delete stored IMC room lobby",
            "Remove a row from imc_rooms",
            "Delete a conference room for messages")
        .entity();
  }

  static Entity member() {
    return Entity.of("imc_member", "subscribers", "imc_members", "imc")
        .is(
            "IMC room member",
            "IMC room members",
            "a user in a conference room for instant messages")
        .key("username", "domain", "room")
        .needs("username", "User who is in it")
        .needs("domain", "Domain of the user")
        .needs("room", "Room, as sip:NAME@DOMAIN")
        .needsNumber("flag", "Bits: 1 owner, 2 admin, 4 invited", 0, 7)
        .otherwise("imc reads it at start, then empties the table and fills it at shutdown.")
        .asked(
            Verb.LIST,
            "Which members of IMC rooms are stored?",
            "List the rows of imc_members",
            "List users of a stored IMC room")
        .asked(
            Verb.GET,
            "Get one stored IMC room member",
            "Who is stored as the owner of an IMC room?",
            "Get one row of imc_members")
        .asked(
            Verb.CREATE,
            "Add alice to a stored IMC room",
            "Create an IMC room member",
            "Put an owner into imc_members")
        .asked(
            Verb.UPDATE,
            "Make a stored IMC room member admin",
            "Update a row of imc_members",
            "Update the flag of an IMC room member")
        .asked(
            Verb.DELETE,
            "Delete a stored IMC room member",
            "Remove alice from a stored IMC room",
            "Delete a row of imc_members")
        .entity();
  }
}
