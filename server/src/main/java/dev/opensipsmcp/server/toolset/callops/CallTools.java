package dev.opensipsmcp.server.toolset.callops;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Checked;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Optional;

/** The tools {@code call_hold}, {@code call_unhold} and {@code call_transfer}. */
final class CallTools {
  private static final Schema CALLID = Schema.text("SIP Call-ID as dlg_list shows it");
  private static final String WHERE = "List the calls in progress with dlg_list.";

  private CallTools() {}

  static Tool hold() {
    return held("call_hold", "Put a call on hold")
        .what("Hold a call in progress: both sides are asked to stop their media.")
        .useWhen("Use when two talking parties must be parked without ending the call.")
        .notFor("Not for going on talking; use `call_unhold`.")
        .effects("Effects: a re-INVITE to each side; the parties hear nothing. Undo: call_unhold.")
        .sends("call_hold", "callops")
        .summary("Put both sides of the call {callid} on hold.")
        .plans("Both sides get a re-INVITE with inactive media.")
        .noUndo("A side was on hold before, so nothing brings back just that.")
        .inverse((arguments, before) -> opposite(arguments, before, "call_unhold", CallMarks.FREE))
        .proof((_, after) -> both(after, CallMarks.HELD))
        .examples(
            "Put the call with this Call-ID on hold",
            "Hold alice's call while we check",
            "Mute both parties of a call without hanging up")
        .tool();
  }

  static Tool unhold() {
    return held("call_unhold", "Resume a held call")
        .what("Unhold a call: both sides are asked to send media again.")
        .useWhen("Use when a call put on hold here should go on.")
        .notFor("Not for calls that a phone put on hold, nor to park one; use `call_hold`.")
        .effects("Effects: a re-INVITE to each held side; they talk again. Undo: call_hold.")
        .sends("call_unhold", "callops")
        .summary("Resume the held sides of the call {callid}.")
        .plans("Each held side gets a re-INVITE with its former media.")
        .noUndo("Only one side was on hold, so nothing brings back exactly that.")
        .inverse((arguments, before) -> opposite(arguments, before, "call_hold", CallMarks.HELD))
        .proof((_, after) -> both(after, CallMarks.FREE))
        .examples(
            "Take the call off hold", "Resume the held call", "Let the parked parties talk again")
        .tool();
  }

  private static ChangeDraft held(String name, String title) {
    return Lever.change(name, "callops", title)
        .returns("Returns which sides are on hold, before and after.")
        .also("dlg_list_ctx", "dialog")
        .required("callid", CALLID)
        .risk(Risk.DISRUPTIVE)
        .state(CallMarks::holds)
        .mustExist(WHERE);
  }

  private static boolean both(JsonObject state, String mark) {
    return Json.text(state, CallMarks.CALLER_HELD).equals(mark)
        && Json.text(state, CallMarks.CALLEE_HELD).equals(mark);
  }

  /** The opposite command acts on both sides, so both must have been alike. */
  private static Optional<Step> opposite(
      Arguments arguments, JsonObject before, String tool, String mark) {
    return States.exists(before) && both(before, mark)
        ? Optional.of(new Step(tool, arguments.json().deepCopy()))
        : Optional.empty();
  }

  static Tool transfer() {
    ChangeDraft draft =
        Lever.change("call_transfer", "callops", "Transfer a call")
            .what("Transfer one side of a call, to a SIP URI or into another call.")
            .useWhen("Use when a party should talk to somebody else instead.")
            .notFor("Not for B2B sessions; use `b2b_bridge`.")
            .effects(
                "Effects: a REFER to that side, which calls anew; the old call then ends."
                    + " No undo; a dialog takes one transfer, even if refused.")
            .returns("Returns the side being transferred, before and after.")
            .sends("call_transfer", "callops")
            .also("dlg_list_ctx", "dialog")
            .required("callid", CALLID)
            .required("leg", Schema.text("Who is sent elsewhere").oneOf("caller", "callee"))
            .optional("destination", Schema.text("SIP URI to call").examples("sip:bob@example.com"))
            .optional("transfer_callid", Schema.text("Call-ID of the call to join"))
            .optional(
                "transfer_leg",
                Schema.text("Who is replaced in that call").oneOf("caller", "callee"))
            .risk(Risk.DISRUPTIVE)
            .notIdempotent()
            .summary("Transfer the {leg} of the call {callid} to {destination}.")
            .plans("That side gets a REFER and calls the new party; the old call ends then.")
            .noUndo("Nothing takes it back; the parties would have to call again.")
            .state(CallMarks::transfer)
            .mustExist(WHERE)
            .proof((arguments, after) ->
                !States.exists(after)
                    || Json.text(after, CallMarks.TRANSFER).equals(arguments.text("leg")))
            .examples(
                "Transfer the caller of this call to sip:bob@example.com",
                "Send the customer on to the support queue",
                "Do an attended transfer of one call into another");
    return draft.tool(new Checked((CommandWork) draft.tool().work(), CallTools::transferFault));
  }

  private static Optional<Outcome.Failure> transferFault(Arguments arguments) {
    boolean attended = arguments.has("transfer_callid");
    boolean whole = attended == arguments.has("transfer_leg");
    return whole && (attended || arguments.has("destination"))
        ? Optional.empty()
        : Optional.of(
            ToolError.ARGUMENTS_WRONG.failure(
                "The arguments say neither whom to call nor which call to join.",
                "Give destination, or transfer_callid with transfer_leg."));
  }
}
