package dev.opensipsmcp.server.toolset.transaction;

import com.google.gson.JsonElement;
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
import dev.opensipsmcp.server.toolset.lever.Settling;
import dev.opensipsmcp.server.toolset.lever.States;

/** The tools that end a transaction before its other side does. */
final class Pending {
  private Pending() {}

  static Tool cancel() {
    ChangeDraft draft =
        Lever.change("transaction_cancel", "transaction", "Cancel a pending INVITE")
            .what("Cancel an INVITE that has no final reply yet, on all its branches.")
            .useWhen("Use when a call rings on and on and must stop before it is answered.")
            .notFor("Not for calls in progress; use `dlg_end`.")
            .effects("Effects: CANCEL to every branch; the call attempt fails. No undo.")
            .returns("Returns the call's dialog before and after, where the node keeps one.")
            .sends("t_uac_cancel", "tm")
            .also("dlg_list", "dialog")
            .required("callid", Schema.text("SIP Call-ID of the INVITE"))
            .required(
                "cseq", Schema.text("Its CSeq number").matching("^[0-9]{1,10}$").examples("1"))
            .risk(Risk.DISRUPTIVE)
            .notIdempotent()
            .summary("Cancel the INVITE {cseq} of the call {callid}.")
            .plans("Every phone that rings for it stops; the caller gets 487.")
            .noUndo("Nothing takes it back; the caller would have to call again.")
            .state(Pending::dialog)
            .examples(
                "Cancel the INVITE with this Call-ID and CSeq 1",
                "Stop a call that rings forever",
                "CANCEL the pending call attempt")
            .aliases("t_uac_cancel");
    return draft.tool(new Settling((CommandWork) draft.tool().work()));
  }

  /** The dialog of the call, if the node keeps dialogs at all. */
  private static MiResult<JsonObject> dialog(Arguments arguments, ReadPorts ports) {
    JsonObject params = Json.object("callid", arguments.text("callid"));
    return switch (ports.mi().read("dlg_list", params)) {
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject dialog = Json.object(Json.asObject(answer), "Dialog");
        JsonObject state = new JsonObject();
        state.addProperty(States.EXISTS, true);
        state.addProperty("dialog_id", Json.text(dialog, "ID"));
        state.addProperty("dialog_state", Json.number(dialog, "state", 0));
        yield new MiResult.Success<>(state);
      }
      case MiResult.Failure<JsonElement>(MiError.NoSuchCommand _) ->
          new MiResult.Success<>(new JsonObject());
      case MiResult.Failure<JsonElement>(MiError error) ->
          States.absent(new MiResult.Failure<>(error));
    };
  }

  static Tool reply() {
    ChangeDraft draft =
        Lever.change("transaction_reply", "transaction", "Answer a waiting request")
            .what("Reply to a request that the node holds open, by its transaction's ID.")
            .useWhen("Use when the script parked a request and told its transaction ID.")
            .notFor("Not for sessions of the node's own; use `ua_session_reply`.")
            .effects(
                "Effects: the reply goes to who sent the request. No undo. Final codes are refused"
                    + " where module dialog is loaded: OpenSIPS would crash.")
            .returns("Returns the node's answer.")
            .sends("t_reply", "tm")
            .also("dlg_list", "dialog")
            .required("trans_id", Schema.text("index:label, or the hexadecimal form with a dot"))
            .required("code", Schema.integer("SIP status").between(100, 699))
            .required("reason", Schema.text("Words behind the status"))
            .required("to_tag", Schema.text("Tag for the To header"))
            .local(SipHeaders.argument())
            .local(Schema.optional("body", Schema.text("Body; give a Content-Type header too")))
            .params((arguments, _) -> replying(arguments))
            .risk(Risk.DESTRUCTIVE)
            .notIdempotent()
            .summary("Reply {code} {reason} in the transaction {trans_id}.")
            .plans("Who sent the request gets this reply; a final one ends the transaction.")
            .noUndo("Nothing takes back a reply.")
            .examples(
                "Answer the parked transaction with 200 OK",
                "Reject the waiting request with 603 Decline",
                "Reply to a transaction by its ID")
            .aliases("t_reply");
    CommandWork reply =
        new Checked(
            (CommandWork) draft.tool().work(),
            arguments -> SipHeaders.fault(arguments.texts("headers")));
    return draft.tool(new SafeReply(reply));
  }

  private static JsonObject replying(Arguments arguments) {
    JsonObject params = new JsonObject();
    for (String name : new String[] {"code", "reason", "trans_id", "to_tag", "body"}) {
      if (arguments.has(name)) {
        params.add(name, arguments.json().get(name));
      }
    }
    if (!arguments.texts("headers").isEmpty()) {
      params.addProperty("new_headers", SipHeaders.joined(arguments.texts("headers")));
    }
    return params;
  }
}
