package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.SipHeaders;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Checked;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Optional;

/** The tools for dialogs that an on-call operator seldom needs. */
final class DialogAdmin {
  private static final String TOOLSET = "dialog_admin";
  private static final String MODULE = "dialog";

  private DialogAdmin() {}

  static Tool sendSequential() {
    ChangeDraft draft =
        Lever.change("dlg_send_sequential", TOOLSET, "Send a request within a call")
            .what("Send a SIP request within a call in progress, to one of its sides.")
            .useWhen("Use when testing whether a side still answers, or re-INVITEing it.")
            .notFor("Not for requests outside of calls; use `transaction_send_request`.")
            .effects("Effects: real SIP traffic; other MI calls wait for its reply. No undo.")
            .returns("Returns Code and Reason of the reply.")
            .sends("dlg_send_sequential", MODULE)
            .also("dlg_list", MODULE)
            .local(Schema.required("callid", Schema.text("SIP Call-ID as dlg_list shows it")))
            .local(
                Schema.required(
                    "method", Schema.text("SIP method").matching("^[A-Z]+$").examples("OPTIONS")))
            .local(
                Schema.optional(
                    "to",
                    Schema.text("Which side gets it")
                        .oneOf("caller", "callee")
                        .byDefault("caller")))
            .local(
                Schema.optional(
                    "challenge", Schema.flag("Both sides negotiate SDP anew").byDefault(false)))
            .local(
                Schema.optional(
                    "body",
                    Schema.text("none, inbound or outbound SDP, or custom:TYPE:BODY")
                        .byDefault("none")))
            .local(SipHeaders.argument())
            .params((arguments, _) -> sequential(arguments))
            .risk(Risk.DISRUPTIVE)
            .notIdempotent()
            .summary("Send {method} within the call {callid}.")
            .plans("That side gets the request and answers it; the call goes on.")
            .noUndo("What was sent can't be called back.")
            .state(DialogAdmin::dialog)
            .mustExist("List the calls in progress with dlg_list.")
            .examples(
                "Send OPTIONS within the call to see if the caller still answers",
                "Re-INVITE the callee of this call",
                "Send an INFO request in a running call");
    return draft.tool(
        new Checked(
            (CommandWork) draft.tool().work(),
            arguments -> SipHeaders.fault(arguments.texts("headers"))));
  }

  /** All of the parameters are given: not every subset of them is a recipe. */
  private static JsonObject sequential(Arguments arguments) {
    JsonObject params = Json.object("callid", arguments.text("callid"));
    params.addProperty("method", arguments.text("method"));
    params.addProperty("body", arguments.maybeText("body").orElse("none"));
    String side = arguments.maybeText("to").orElse("caller");
    params.addProperty("mode", arguments.flag("challenge", false) ? "challenge " + side : side);
    if (!arguments.texts("headers").isEmpty()) {
      params.addProperty("headers", SipHeaders.joined(arguments.texts("headers")));
    }
    return params;
  }

  private static MiResult<JsonObject> dialog(Arguments arguments, ReadPorts ports) {
    return switch (DialogReader.one(ports, "dlg_list", arguments.text("callid"), "")) {
      case MiResult.Failure<Optional<Dialog>>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Optional<Dialog>>(var found) when found.isEmpty() ->
          new MiResult.Success<>(States.missing());
      case MiResult.Success<Optional<Dialog>>(var found) -> {
        JsonObject state = new JsonObject();
        state.addProperty(States.EXISTS, true);
        state.addProperty("dialog_id", found.get().id());
        state.addProperty("state", found.get().stateName());
        yield new MiResult.Success<>(state);
      }
    };
  }

  static Tool clusterSync() {
    return Lever.change("dlg_cluster_sync", TOOLSET, "Fetch dialogs from the cluster")
        .what("Sync this node's dialogs with those of another node of its cluster.")
        .useWhen("Use when a node lacks calls that its cluster replicates, after a restart.")
        .notFor("Not for the database; use `dlg_db_sync`.")
        .effects("Effects: dialogs of the cluster are added in memory. No undo.")
        .returns("Returns OK, or that a sync runs already; and the count of calls.")
        .sends("dlg_cluster_sync", MODULE)
        .also("dlg_list", MODULE)
        .local(Schema.optional("sharing_tag", Schema.text("Only dialogs of this sharing tag")))
        .risk(Risk.DISRUPTIVE)
        .output(counts())
        .examples(
            "Fetch the dialogs from the other cluster node",
            "The node lacks calls after its restart, sync it with the cluster",
            "Synchronise dialog replication now")
        .tool(new Counted("dlg_cluster_sync", "Fetch the dialogs of the cluster into this node."));
  }

  static Tool databaseSync() {
    return Lever.change("dlg_db_sync", TOOLSET, "Load dialogs from the database")
        .what("Sync memory with the database: dialogs stored there are loaded and updated.")
        .useWhen("Use when calls of a failed node were stored and this one takes over.")
        .notFor("Not for storing what is in memory; use `dlg_restore_db`.")
        .effects("Effects: dialogs in memory are added or changed; calls may end later. No undo.")
        .returns("Returns the node's answer, and the count of calls before and after.")
        .sends("dlg_db_sync", MODULE)
        .also("dlg_list", MODULE)
        .risk(Risk.DISRUPTIVE)
        .output(counts())
        .examples(
            "Load the dialogs from the database into memory",
            "Take over the stored calls of the failed node",
            "Synchronise memory with the dialog table")
        .tool(new Counted("dlg_db_sync", "Load the dialogs of the database into memory."));
  }

  static Tool databaseRestore() {
    return Lever.change("dlg_restore_db", TOOLSET, "Rewrite the dialog table")
        .what("Restore the database: its dialog table is emptied and written from memory.")
        .useWhen("Use when the table is damaged or stale and memory is right.")
        .notFor("Not for loading what is stored; use `dlg_db_sync`.")
        .effects("Effects: stored dialogs that memory lacks are lost, of other nodes too. No undo.")
        .returns("Returns the node's answer, and the count of calls before and after.")
        .sends("dlg_restore_db", MODULE)
        .also("dlg_list", MODULE)
        .risk(Risk.DESTRUCTIVE)
        .output(counts())
        .examples(
            "Write all dialogs from memory to the database anew",
            "The dialog table was truncated by mistake, fill it again",
            "Rebuild the stored dialogs")
        .tool(new Counted("dlg_restore_db", "Empty the dialog table and write it from memory."));
  }

  private static Schema counts() {
    return Schema.object(
        "What the change did",
        Schema.required("answer", Schema.any("The node's answer")),
        Schema.required("before", Schema.integer("Dialogs in memory before")),
        Schema.required("after", Schema.integer("Dialogs in memory afterwards")));
  }
}
