package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Verb;
import java.util.List;

/** Users, and the other names that they have. */
final class SubscriberKinds {
  private SubscriberKinds() {}

  static Entity subscriber() {
    return Entity.of("subscriber", "subscribers", "subscriber", "auth_db")
        .is("subscriber", "subscribers", "a user who registers and calls with a password")
        .key("username", "domain")
        .needs("username", "User part of the SIP URI")
        .needs("domain", "Domain, also the digest realm")
        .secret("password", "Password", true)
        .text("email_address", "E-mail address, until 3.5")
        .more()
        .text("rpid", "Remote-Party-ID that the script sees, until 3.5")
        .derived("ha1", "MD5 of user, realm and password")
        .derived("ha1_sha256", "SHA-256 of user, realm and password")
        .derived("ha1_sha512t256", "SHA-512/256 of user, realm and password")
        .atOnce("auth_db reads it at each authentication.")
        .namedIn(
            Reference.equal(
                "dbaliases", List.of("username", "domain"), List.of("username", "domain")))
        .namedIn(
            Reference.equal("grp", List.of("username", "domain"), List.of("username", "domain")))
        .namedIn(
            Reference.equal("uri", List.of("username", "domain"), List.of("username", "domain")))
        .namedIn(
            Reference.equal(
                "usr_preferences", List.of("username", "domain"), List.of("username", "domain")))
        .namedIn(
            Reference.equal(
                "speed_dial", List.of("username", "domain"), List.of("username", "domain")))
        .namedIn(
            Reference.equal(
                "closeddial", List.of("username", "domain"), List.of("username", "domain")))
        .namedIn(
            Reference.equal(
                "userblacklist", List.of("username", "domain"), List.of("username", "domain")))
        .namedIn(
            Reference.equal("xcap", List.of("username", "domain"), List.of("username", "domain")))
        .asked(
            Verb.LIST,
            "Which subscribers are there in domain example.com?",
            "List the rows of table subscriber",
            "List SIP users in the database")
        .asked(
            Verb.GET,
            "Get subscriber alice of example.com",
            "Does subscriber alice have a password?",
            "Get one row of table subscriber")
        .asked(
            Verb.CREATE,
            "Add a SIP user alice with a password",
            "Create subscriber bob in example.com",
            "Create a phone account with a generated password")
        .asked(
            Verb.UPDATE,
            "Change the password of subscriber alice",
            "Update the e-mail address of a subscriber",
            "Reset a SIP user's password")
        .asked(
            Verb.DELETE,
            "Delete subscriber alice",
            "Remove a SIP user from the database",
            "Close a phone account for good")
        .entity();
  }

  static Entity alias() {
    return Entity.of("subscriber_alias", "subscribers", "dbaliases", "alias_db")
        .is(
            "subscriber alias",
            "subscriber aliases",
            "another name or number under which a subscriber is called")
        .key("alias_username", "alias_domain")
        .needs("alias_username", "Name or number that is called")
        .text("alias_domain", "Its domain")
        .needs("username", "User part of the subscriber")
        .text("domain", "Domain of the subscriber")
        .atOnce("alias_db reads it at each lookup.")
        .asked(
            Verb.LIST,
            "Which aliases does subscriber alice have?",
            "List the rows of dbaliases",
            "List numbers that are aliases of subscribers")
        .asked(
            Verb.GET,
            "Get the alias 4930123",
            "Whom does the alias 4930123 lead to?",
            "Get one row of dbaliases")
        .asked(
            Verb.CREATE,
            "Add number 4930123 as an alias of alice",
            "Create an alias for a subscriber",
            "Give a subscriber another phone number")
        .asked(
            Verb.UPDATE,
            "Point alias 4930123 at another subscriber",
            "Update a row of dbaliases",
            "Change whom an alias belongs to")
        .asked(
            Verb.DELETE,
            "Delete alias 4930123",
            "Remove an alias from a subscriber",
            "Take a phone number away from a subscriber")
        .entity();
  }

  static Entity uri() {
    return Entity.of("subscriber_uri", "subscribers", "uri", "auth_db")
        .is(
            "subscriber URI",
            "subscriber URIs",
            "a URI user that a digest user may have in From or To")
        .key("username", "domain", "uri_user")
        .needs("username", "Digest user name")
        .needs("domain", "Digest realm")
        .needs("uri_user", "User part that it may use")
        .stamp("last_modified", "When it was written")
        .atOnce("auth_db reads it at each check of From or To.")
        .asked(
            Verb.LIST,
            "Which From URIs may subscriber alice use?",
            "List the rows of table uri",
            "List permitted URI users of digest users")
        .asked(
            Verb.GET,
            "Get one permitted URI of a subscriber",
            "Is alice permitted to call as 4930123 by table uri?",
            "Get one row of table uri")
        .asked(
            Verb.CREATE,
            "Permit alice to send 4930123 in From",
            "Create a row in table uri",
            "Add a URI user to a digest user")
        .asked(
            Verb.UPDATE,
            "Change the permitted URI user of a subscriber",
            "Update a row of table uri",
            "Update the realm of a permitted URI")
        .asked(
            Verb.DELETE,
            "Forbid alice the URI user 4930123",
            "Delete a row of table uri",
            "Remove a permitted From user of a subscriber")
        .entity();
  }
}
