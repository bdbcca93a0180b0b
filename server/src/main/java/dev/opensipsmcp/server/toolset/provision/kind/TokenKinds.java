package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Verb;
import java.util.List;

/** JSON web tokens that users authenticate with. */
final class TokenKinds {
  private TokenKinds() {}

  static Entity profile() {
    return Entity.of("jwt_profile", "subscribers", "jwt_profiles", "auth_jwt")
        .is("JWT profile", "JWT profiles", "which SIP user a JSON web token with a tag is")
        .key("tag")
        .needs("tag", "Value of the token's claim")
        .needs("sip_username", "SIP user that it is")
        .namedIn(Reference.equal("jwt_secrets", List.of("corresponding_tag"), List.of("tag")))
        .atOnce("auth_jwt reads it at each token.")
        .asked(
            Verb.LIST,
            "Which JWT profiles are stored?",
            "List the rows of jwt_profiles",
            "List SIP users of JSON web tokens")
        .asked(
            Verb.GET,
            "Get the JWT profile of tag softphone",
            "Which SIP user does a JWT profile give?",
            "Get one row of jwt_profiles")
        .asked(
            Verb.CREATE,
            "Add a JWT profile for SIP user alice",
            "Create a row in jwt_profiles",
            "Let a user authenticate by JSON web token")
        .asked(
            Verb.UPDATE,
            "Change the SIP user of a JWT profile",
            "Update a row of jwt_profiles",
            "Update the tag of a JWT profile")
        .asked(
            Verb.DELETE,
            "Delete a JWT profile",
            "Remove a row from jwt_profiles",
            "Delete the tag of a JSON web token")
        .entity();
  }

  static Entity secret() {
    return Entity.of("jwt_secret", "subscribers", "jwt_secrets", "auth_jwt")
        .is("JWT secret", "JWT secrets", "a key that checks tokens of a JWT profile, with its time")
        .needs("corresponding_tag", "Tag of its profile")
        .secretText("secret", "HMAC secret or public key", true)
        .needsNumber("start_ts", "From, in s since 1970", 0, Integer.MAX_VALUE)
        .needsNumber("end_ts", "Until, in s since 1970", 0, Integer.MAX_VALUE)
        .atOnce("auth_jwt reads it at each token.")
        .asked(
            Verb.LIST,
            "Which JWT secrets are stored?",
            "List the rows of jwt_secrets",
            "List until when keys of JSON web tokens hold")
        .asked(
            Verb.GET,
            "Get one JWT secret's times",
            "Until when does JWT secret 3 hold?",
            "Get one row of jwt_secrets")
        .asked(
            Verb.CREATE,
            "Add a JWT secret for tag softphone",
            "Add a public key that checks JSON web tokens",
            "Create a row in jwt_secrets")
        .asked(
            Verb.UPDATE,
            "Let a JWT secret hold longer",
            "Update the end of a JWT secret",
            "Replace the key in a row of jwt_secrets")
        .asked(
            Verb.DELETE,
            "Delete a JWT secret",
            "Remove a row from jwt_secrets",
            "Delete an expired key of JSON web tokens")
        .entity();
  }
}
