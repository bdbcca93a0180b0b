package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.ReadDraft;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.List;

/** Tools for one user, and for writing the location table. */
final class UlTools {
  private static final RowPath CONTACTS = RowPath.parse("Contacts[]");
  private static final int PAGE = 50;

  private UlTools() {}

  static Tool show() {
    ReadDraft draft = Lever.read("ul_show_contacts", "registration", "One user's contacts");
    for (Schema.Property column : Binding.schema().properties()) {
      draft.column(column.name(), column.name(), column.schema());
    }
    return draft
        .what("Show the registered contacts of one user (AOR).")
        .useWhen("Use when a user rings nowhere, or to see where its calls go.")
        .notFor("Not for many users; use `registration_list`.")
        .returns("Returns a page of contacts with expiry, NAT address, socket and user agent.")
        .sends("ul_show_contact", "usrloc")
        .local(User.AOR_ARGUMENT)
        .local(User.TABLE_ARGUMENT)
        .rows("Contacts[]")
        .page(PAGE)
        .examples(
            "Is alice registered?",
            "Where does bob@example.com ring?",
            "Show the bindings of user 1001")
        .aliases("ul_show_contact")
        .tool(UlTools::show);
  }

  private static Outcome show(Arguments arguments, ReadPorts ports) {
    List<JsonObject> rows = new ArrayList<>();
    MiResult<Boolean> read =
        ports
            .mi()
            .read(
                "ul_show_contact",
                User.params(arguments),
                json -> {
                  CONTACTS.read(json, row -> rows.add(new Binding(row).shown()));
                  return true;
                });
    return switch (read) {
      case MiResult.Failure<Boolean>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Boolean> _ -> Paging.page(rows, arguments, PAGE, List.of());
    };
  }

  static Tool flush() {
    return Lever.change("ul_flush", "registration", "Write contacts to the database")
        .what("Flush contacts that are in memory only to the database.")
        .useWhen("Use when the node will be stopped, or the table is to be read by others.")
        .notFor("Not for making the table anew; use `ul_sync`.")
        .effects(
            "Effects: the database gets what memory has newer; phones notice nothing. Undo: none"
                + " is needed, the node does it by itself at intervals.")
        .returns("Returns the node's answer.")
        .risk(Risk.REVERSIBLE)
        .sends("ul_flush", "usrloc")
        .summary("Write all contacts that changed to the database.")
        .plans("The database has what memory has.")
        .noUndo("None is needed: the node does this by itself at intervals.")
        .examples(
            "Flush the registrations to the database now",
            "Write the location cache down before I restart",
            "Save unsaved contacts")
        .tool();
  }

  static Tool sync() {
    return Lever.change("ul_sync", "registration", "Make the location table anew")
        .what("Sync the location table: delete its rows and have memory written anew.")
        .useWhen("Use when the table has rows that memory does not, or was damaged.")
        .notFor("Not for writing what is new only; use `ul_flush`.")
        .effects(
            "Effects: the database table is emptied, of one user if aor is given, and filled from"
                + " memory later; rows that only the table had are lost; calls go on. Undo: none.")
        .returns("Returns the node's answer.")
        .risk(Risk.DESTRUCTIVE)
        .sends("ul_sync", "usrloc")
        .constant("table_name", User.TABLE)
        .optional("table", "table_name", Schema.text("Location table").byDefault(User.TABLE))
        .optional("aor", Schema.text("Only this user").examples("alice@example.com"))
        .summary("Delete the database rows of the location table and mark memory to be written.")
        .plans("Rows of users that memory does not have are lost.")
        .examples(
            "Rebuild the location table from memory",
            "Sync usrloc to the database from scratch",
            "The location table has stale rows, rewrite it")
        .tool();
  }

  static Tool clusterSync() {
    return Lever.change("ul_cluster_sync", "registration", "Fetch contacts from the cluster")
        .what("Sync the contacts of this node from another node of its cluster.")
        .useWhen("Use when this node has fewer registrations than its peers.")
        .notFor("Not for the database; use `ul_flush`.")
        .effects(
            "Effects: this node asks a peer for all contacts and takes them in; while that lasts"
                + " both are busier. Undo: none.")
        .returns("Returns the node's answer; refused where contacts are not clustered.")
        .risk(Risk.DISRUPTIVE)
        .sends("ul_cluster_sync", "usrloc")
        .summary("Ask another node of the cluster for all contacts.")
        .plans("Contacts that only the other node has appear here.")
        .examples(
            "Pull the registrations from the other cluster node",
            "Resync usrloc within the cluster",
            "This node misses contacts that its peer has")
        .tool();
  }
}
