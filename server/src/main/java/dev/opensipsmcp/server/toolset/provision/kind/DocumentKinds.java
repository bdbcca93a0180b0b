package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Verb;

/** Documents of users. */
final class DocumentKinds {
  private DocumentKinds() {}

  static Entity xcap() {
    return Entity.of("xcap_document", "subscribers", "xcap", "presence_xml")
        .is(
            "user's XCAP document",
            "users' XCAP documents",
            "presence rules or a resource list of a user, in XML")
        .key("username", "domain", "doc_type", "doc_uri")
        .needs("username", "User whose it is")
        .needs("domain", "Domain of the user")
        .needsNumber(
            "doc_type",
            "2 pres-rules, 4 resource-lists, 8 rls-services, 16 pidf-manipulation, 32 OMA",
            2,
            32)
        .needs("doc_uri", "File name, as index, or XCAP URI")
        .document("doc", "XML text", true)
        .more()
        .needs("etag", "Version tag; any text that changes with it")
        .needsNumber("source", "0 XCAP server on this database, 1 fetched by xcap_client", 0, 1)
        .needsNumber("port", "Port of the XCAP server it was fetched from, or 0", 0, 65_535)
        .atOnce("It is read when a watcher subscribes; refresh_watchers applies it to those there.")
        .asked(
            Verb.LIST,
            "Which XCAP documents does alice have?",
            "List the rows of table xcap",
            "List presence rules of users")
        .asked(
            Verb.GET,
            "Get an XCAP document of alice",
            "What do the presence rules of alice say?",
            "Get one row of table xcap")
        .asked(
            Verb.CREATE,
            "Store presence rules for alice from a file",
            "Create an XCAP document",
            "Add a resource list of a user")
        .asked(
            Verb.UPDATE,
            "Replace the presence rules of alice by a file",
            "Update an XCAP document",
            "Update a resource list in table xcap")
        .asked(
            Verb.DELETE,
            "Delete an XCAP document of alice",
            "Remove presence rules of a user",
            "Delete a row of table xcap")
        .entity();
  }
}
