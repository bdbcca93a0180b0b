package dev.opensipsmcp.server.toolset.presence;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** Resource lists, XCAP documents and chat rooms. */
final class Lists {
  private Lists() {}

  static Tool updateResourceLists() {
    return Lever.change("rls_update", "presence", "Update list subscriptions")
        .what("Update the resource list subscriptions of a watcher after the list changed.")
        .useWhen("Use when a user's buddy list changed and its phone still shows the old one.")
        .notFor("Not for one watched user; use `presence_refresh_watchers`.")
        .effects("Effects: the node subscribes to new members, drops left ones. No undo.")
        .returns("Returns the node's answer.")
        .sends("rls_update_subscriptions", "rls")
        .required(
            "watcher",
            "presentity_uri",
            Schema.text("SIP URI of the list's owner").examples("sip:alice@example.com"))
        .risk(Risk.REVERSIBLE)
        .summary("Update the resource list subscriptions of {watcher}.")
        .plans("The list is read again, and the subscriptions follow it.")
        .noUndo("Change the list back and update again.")
        .examples(
            "Update the resource lists of sip:alice@example.com",
            "The buddy list changed, let the RLS follow",
            "Read alice's contact list again")
        .aliases("rls_update_subscriptions")
        .tool();
  }

  static Tool refreshDocument() {
    return Lever.change("xcap_refresh", "presence", "Fetch an XCAP document")
        .what("Refresh an XCAP document: the node fetches it from its server again.")
        .useWhen("Use when presence rules or lists changed on the XCAP server.")
        .notFor("Not for the watchers of a known state; use `presence_refresh_watchers`.")
        .effects("Effects: an HTTP request, then modules use the new document. No undo.")
        .returns("Returns the node's answer; an error when nothing could be fetched.")
        .sends("refreshXcapDoc", "xcap_client")
        .required("doc_uri", Schema.text("URL of the document, without port"))
        .required("port", Schema.integer("Port of the XCAP server").between(1, 65_535))
        .risk(Risk.REVERSIBLE)
        .summary("Fetch {doc_uri} from port {port} again.")
        .plans("Modules that use the document get its present text.")
        .noUndo("Put the former document back on the server and refresh again.")
        .examples(
            "Refresh the XCAP document of alice's presence rules",
            "Fetch the resource-lists document again",
            "The XCAP server has a new document")
        .tool();
  }

  static Tool rooms() {
    return Lever.read("imc_list_rooms", "presence", "Chat rooms")
        .what("List the chat rooms of the instant messaging conference with their owners.")
        .useWhen("Use when a chat room is missed or its owner must be found.")
        .notFor("Not for the members of one; use `imc_list_members`.")
        .returns("Returns a page of rows, one per room.")
        .sends("imc_list_rooms", "imc")
        .local(Schema.optional("room", Schema.text("Part of the room's SIP URI")))
        .rows("ROOMS[]")
        .column("room", "URI", Schema.text("SIP URI of the room"))
        .column("members", "MEMBERS", Schema.integer("How many members it has"))
        .column("owner", "OWNER", Schema.text("SIP URI of its owner"))
        .filter(Filter.part("room", "room"))
        .examples("Which chat rooms exist?", "Who owns the room chat-noc?", "List the chat rooms")
        .tool();
  }

  static Tool members() {
    return Lever.read("imc_list_members", "presence", "Members of a chat room")
        .what("List the members of one chat room.")
        .useWhen("Use when somebody gets no messages of a chat room.")
        .notFor("Not for the rooms themselves; use `imc_list_rooms`.")
        .returns("Returns a page of rows, one per member.")
        .sends("imc_list_members", "imc")
        .required("room", Schema.text("SIP URI of the room").examples("sip:chat-noc@example.com"))
        .rows("MEMBERS[]")
        .column("member", "value", Schema.text("SIP URI of the member"))
        .examples(
            "Who is in the chat room sip:chat-noc@example.com?",
            "List the members of a chat room",
            "Is bob a member of the room?")
        .tool();
  }
}
