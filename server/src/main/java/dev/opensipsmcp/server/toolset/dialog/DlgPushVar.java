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
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code dlg_push_var}. A node answers OK for a dialog that it does not have (recorded in
 * its source, 3.4 to 4.0), so the value is read back.
 */
final class DlgPushVar implements Work.Reversible {
  private final InstantSource clock;

  private DlgPushVar(InstantSource clock) {
    this.clock = clock;
  }

  static Tool tool(InstantSource clock) {
    return new Tool(
        "dlg_push_var",
        "dialog",
        "Set a call's variable",
        new Description(
            "Push a value into a dialog variable of one call in progress.",
            "Use when the routing script reads that variable later in the call.",
            Optional.of("Not for reading variables; use `dlg_get`."),
            Optional.of(
                "Effects: overwrites that variable in memory; the media goes on. Undo: push the"
                    + " old value, which the plan shows."),
            "Returns one object with the value read back."),
        new Demand(Scope.MI_WRITE, Risk.REVERSIBLE),
        true,
        Schema.arguments(
            DialogParameters.DIALOG_ID,
            DialogParameters.CALLID,
            DialogParameters.FROM_TAG,
            Schema.required("var_name", Schema.text("Variable's name").longest(255)),
            Schema.required("var_value", Schema.text("New value").longest(600))),
        Schema.object(
            "The variable afterwards",
            Schema.required("dialog_id", Schema.text("The dialog's ID")),
            Schema.required("callid", Schema.text("Its SIP Call-ID")),
            Schema.required("var_name", Schema.text("The variable")),
            Schema.required("var_value", Schema.text("Its value, read back from the node"))),
        new Needs(List.of("dlg_push_var", "dlg_list", "dlg_list_ctx"), List.of("dialog")),
        List.of(
            "Set the dialog variable trunk to B on this call",
            "Push a variable into a live call",
            "Change a dialog value of the call with this Call-ID"),
        List.of("dlg_set_var"),
        new DlgPushVar(clock));
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return switch (value(
        arguments.text("callid"), arguments.text("from_tag"), arguments.text("var_name"), ports)) {
      case MiResult.Failure<Optional<String>>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Optional<String>>(Optional<String> value) ->
          new MiResult.Success<>(state(value));
    };
  }

  private static JsonObject state(Optional<String> value) {
    JsonObject state = new JsonObject();
    value.ifPresent(text -> state.addProperty("var_value", text));
    return state;
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (DialogTarget.of(arguments, ports)) {
      case DialogTarget.Missed(Outcome.Failure failure) -> new Plan.Refused(failure);
      case DialogTarget.Found(Dialog dialog) -> plan(dialog, arguments, ports);
    };
  }

  private Plan plan(Dialog dialog, Arguments arguments, ReadPorts ports) {
    String name = arguments.text("var_name");
    return switch (value(dialog.callid(), dialog.callerTag(), name, ports)) {
      case MiResult.Failure<Optional<String>>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<Optional<String>>(Optional<String> old) ->
          ready(dialog, arguments, old);
    };
  }

  private Plan ready(Dialog dialog, Arguments arguments, Optional<String> old) {
    String name = arguments.text("var_name");
    JsonObject target = dialog.identity();
    target.addProperty("var_name", name);
    old.ifPresent(value -> target.addProperty("old_value", value));
    JsonObject shown = dialog.row(clock.instant());
    shown.addProperty("new_value", arguments.text("var_value"));
    return new Plan.Ready(
        "Set variable "
            + name
            + " of the call from "
            + dialog.caller()
            + " to "
            + dialog.callee()
            + " (dialog "
            + dialog.id()
            + ").",
        target,
        shown,
        List.of(
            old.isPresent() ? "Its present value is lost." : "The call has no such variable yet."),
        old.map(value -> "change_revert pushes the old value " + value + " again.")
            .orElse("MI can't remove a variable; it ends with the call."),
        old.map(value -> restore(dialog, arguments, value)));
  }

  private static Restore restore(Dialog dialog, Arguments arguments, String old) {
    return new Restore(
        state(Optional.of(old)),
        call(dialog, arguments, arguments.text("var_value")),
        call(dialog, arguments, old));
  }

  /** The call with all that names the dialog, so that no other can be meant later. */
  private static Step call(Dialog dialog, Arguments arguments, String value) {
    JsonObject call = new JsonObject();
    call.addProperty("dialog_id", dialog.id());
    call.addProperty("callid", dialog.callid());
    call.addProperty("from_tag", dialog.callerTag());
    call.addProperty("var_name", arguments.text("var_name"));
    call.addProperty("var_value", value);
    return new Step("dlg_push_var", call);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonObject target = plan.target();
    String name = arguments.text("var_name");
    JsonObject params = new JsonObject();
    params.addProperty("dlg_val_name", name);
    params.addProperty("dlg_val_value", arguments.text("var_value"));
    params.add("DID", Json.texts(List.of(Json.text(target, "dialog_id"))));
    return switch (ports.miWrites().write("dlg_push_var", params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement> _ -> readBack(target, name, arguments, ports);
    };
  }

  private static Outcome readBack(
      JsonObject target, String name, Arguments arguments, WritePorts ports) {
    MiResult<Optional<String>> now =
        value(Json.text(target, "callid"), Json.text(target, "from_tag"), name, ports);
    return switch (now) {
      case MiResult.Success<Optional<String>>(var value)
          when value.isPresent() && value.get().equals(arguments.text("var_value")) ->
          new Outcome.Value(result(target, name, value.get()));
      case MiResult.Success<Optional<String>>(var value) ->
          ToolError.NOT_PROVEN.failure(
              "The node accepted the value, but shows "
                  + value.map(text -> name + "=" + text).orElse("no variable " + name)
                  + ".",
              "Look with dlg_get; the call may have ended meanwhile.");
      case MiResult.Failure<Optional<String>>(MiError error) ->
          new Outcome.Failure(
              error.code(),
              "The node accepted the value, but could not be read again: " + error.cause(),
              "Look with dlg_get.",
              true);
    };
  }

  private static MiResult<Optional<String>> value(
      String callid, String fromTag, String name, ReadPorts ports) {
    return switch (DialogReader.one(ports, "dlg_list_ctx", callid, fromTag)) {
      case MiResult.Failure<Optional<Dialog>>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Optional<Dialog>>(Optional<Dialog> found) ->
          new MiResult.Success<>(found.flatMap(dialog -> variable(dialog.raw(), name)));
    };
  }

  private static Optional<String> variable(JsonObject dialog, String name) {
    for (JsonElement pair : Json.list(Json.object(dialog, "context"), "values")) {
      JsonObject values = Json.asObject(pair);
      if (values.has(name)) {
        return Optional.of(Json.text(values, name));
      }
    }
    return Optional.empty();
  }

  private static JsonObject result(JsonObject target, String name, String value) {
    JsonObject result = new JsonObject();
    result.addProperty("dialog_id", Json.text(target, "dialog_id"));
    result.addProperty("callid", Json.text(target, "callid"));
    result.addProperty("var_name", name);
    result.addProperty("var_value", value);
    return result;
  }
}
