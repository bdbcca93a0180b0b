package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The tool {@code dlg_end}. */
final class DlgEnd implements Work.Change {
  private final InstantSource clock;

  private DlgEnd(InstantSource clock) {
    this.clock = clock;
  }

  static Tool tool(InstantSource clock) {
    return new Tool(
        "dlg_end",
        "dialog",
        "End a call",
        new Description(
            "End one call in progress by sending BYE to both sides.",
            "Use when a call is stuck or must stop, and dlg_list showed it.",
            Optional.of("Not for B2B sessions; use `b2b_terminate`."),
            Optional.of("Effects: that call drops for good, in memory only; no undo."),
            "Returns one object; the end is proven by reading the node again."),
        new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE),
        true,
        Schema.arguments(
            DialogParameters.DIALOG_ID,
            DialogParameters.CALLID,
            DialogParameters.FROM_TAG,
            DialogParameters.TO_TAG),
        Schema.object(
            "What became of the call",
            Schema.required("dialog_id", Schema.text("The dialog's ID")),
            Schema.required("callid", Schema.text("Its SIP Call-ID")),
            Schema.required("ended", Schema.flag("Whether this call ended it")),
            Schema.required("gone", Schema.flag("Whether the node lists it no more")),
            Schema.required("caller", Schema.text("From URI")),
            Schema.required("callee", Schema.text("To URI"))),
        new Needs(List.of("dlg_end_dlg", "dlg_list"), List.of("dialog")),
        List.of(
            "End the stuck call 591.2919274",
            "Hang up the call with this Call-ID",
            "Terminate the 9 hour old dialog of alice"),
        List.of("dlg_terminate", "dlg_end_dlg"),
        new DlgEnd(clock));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (DialogTarget.of(arguments, ports)) {
      case DialogTarget.Missed(Outcome.Failure failure) -> new Plan.Refused(failure);
      case DialogTarget.Found(Dialog dialog) when dialog.deleted() ->
          new Plan.Refused(
              ToolError.DIALOG_ALREADY_ENDED.failure(
                  "Dialog " + dialog.id() + " has ended and only waits to be removed.",
                  "Nothing is left to do; dlg_list will stop showing it."));
      case DialogTarget.Found(Dialog dialog) -> ready(dialog);
    };
  }

  private Plan ready(Dialog dialog) {
    long age = dialog.age(clock.instant());
    JsonObject target = dialog.identity();
    target.addProperty("caller", dialog.caller());
    target.addProperty("callee", dialog.callee());
    return new Plan.Ready(
        "End the call from "
            + dialog.caller()
            + " to "
            + dialog.callee()
            + (age < 0 ? ", not answered yet" : ", up for " + words(age))
            + " (dialog "
            + dialog.id()
            + ", "
            + dialog.stateName()
            + ").",
        target,
        dialog.row(clock.instant()),
        List.of(
            "Both sides get a BYE; the call drops at once.",
            "Accounting closes as for any ended call; no other call is touched."),
        "Nothing can undo it; the parties would have to call again.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonObject target = plan.target();
    String id = Json.text(target, "dialog_id");
    return switch (ports.miWrites().write("dlg_end_dlg", Json.object("dialog_id", id))) {
      case MiResult.Success<JsonElement> _ -> {
        boolean gone = Ending.awaitGone(ports, target);
        yield result(
            target, true, gone, gone ? "" : "The node still lists it; its BYE may be unanswered.");
      }
      case MiResult.Failure<JsonElement>(MiError error) when MiFailures.notFound(error) ->
          result(target, false, true, "It was already gone when the node was told to end it.");
      case MiResult.Failure<JsonElement>(MiError error) -> unsure(error, target, ports);
    };
  }

  /** Finds out by reading whether a call ended whose end the node did not confirm. */
  private static Outcome unsure(MiError error, JsonObject target, WritePorts ports) {
    Outcome.Failure failure = Outcome.Failure.of(error);
    return failure.mayHaveRun() && Ending.awaitGone(ports, target)
        ? result(target, true, true, "The node did not confirm, but lists the dialog no more.")
        : failure;
  }

  private static Outcome result(JsonObject target, boolean ended, boolean gone, String warning) {
    JsonObject result = new JsonObject();
    result.addProperty("dialog_id", Json.text(target, "dialog_id"));
    result.addProperty("callid", Json.text(target, "callid"));
    result.addProperty("ended", ended);
    result.addProperty("gone", gone);
    result.addProperty("caller", Json.text(target, "caller"));
    result.addProperty("callee", Json.text(target, "callee"));
    return new Outcome.Value(result, warning.isEmpty() ? List.of() : List.of(warning));
  }

  private static String words(long seconds) {
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200
        ? seconds / 60 + " min"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
