package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.DialogJson;
import dev.opensipsmcp.lab.internal.state.Dialogs;
import dev.opensipsmcp.lab.internal.state.Leg;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Statistics;
import java.util.List;
import java.util.Optional;

/** Lists calls, ends them, and sets their variables. */
final class DialogCommands {
  private final NodeState state;
  private final Dialogs dialogs;

  DialogCommands(NodeState state) {
    this.state = state;
    this.dialogs = state.dialogs();
  }

  List<Command> all() {
    return List.of(
        Command.of("dlg_list", "dialog:list", arguments -> list(arguments, false)),
        Command.of("dlg_list_ctx", "dialog:list_ctx", arguments -> list(arguments, true)),
        Command.of("dlg_end_dlg", "dialog:end_dlg", this::end));
  }

  Command pushVar() {
    return Command.of("dlg_push_var", "dialog:push_var", this::push);
  }

  private Outcome list(Arguments arguments, boolean context) {
    if (arguments.has("callid")) {
      return one(arguments, context);
    }
    int counter = arguments.number("counter");
    return counter == 0
        ? new Outcome.Value(dialogs.list(0, Integer.MAX_VALUE, context, false))
        : new Outcome.Value(
            dialogs.list(Math.max(0, arguments.number("index")), counter, context, true));
  }

  private Outcome one(Arguments arguments, boolean context) {
    Optional<String> tag = arguments.optionalText("from_tag");
    return dialogs
        .byCallid(arguments.text("callid"))
        .filter(dialog -> tag.map(dialog.caller().tag()::equals).orElse(true))
        .map(dialog -> {
          JsonObject json = new JsonObject();
          json.add("Dialog", DialogJson.of(dialog, state.clock().getZone(), context));
          return Outcome.value(json);
        })
        .orElseGet(() -> Outcome.refuse(404, "No such dialog"));
  }

  private Outcome end(Arguments arguments) {
    Optional<Dialog> dialog = dialogs.byIdOrCallid(arguments.text("dialog_id"));
    dialog.ifPresent(found -> end(found, state));
    return dialog.isPresent() ? Outcome.ok() : Outcome.refuse(404, "Requested Dialog not found");
  }

  /** Both parties get a BYE and answer it, which the counters show. */
  static void end(Dialog dialog, NodeState state) {
    state.dialogs().end(dialog);
    raiseEnd(dialog, state);
    Statistics statistics = state.statistics();
    statistics.count("core:rcv_replies", 2);
    statistics.count("tm:received_replies", 2);
    statistics.count("tm:UAC_transactions", 2);
    statistics.count("tm:2xx_transactions", 2);
    if (!dialog.active()) {
      statistics.count("dialog:failed_dialogs", 1);
    }
  }

  private static void raiseEnd(Dialog dialog, NodeState state) {
    JsonObject params = new JsonObject();
    params.addProperty("id", dialog.id());
    params.addProperty("db_id", dialog.dbId());
    params.addProperty("callid", dialog.callid());
    params.addProperty("from_tag", dialog.caller().tag());
    params.addProperty("to_tag", dialog.callee().map(Leg::tag).orElse(""));
    params.addProperty("old_state", dialog.state());
    params.addProperty("new_state", 5);
    state.events().raise("E_DLG_STATE_CHANGED", params);
  }

  /** Unknown dialogs are passed over in silence, as in OpenSIPS's source. */
  private Outcome push(Arguments arguments) {
    for (String name : arguments.texts("DID")) {
      dialogs
          .byIdOrCallid(name)
          .ifPresent(dialog ->
              dialogs.push(
                  dialog, arguments.text("dlg_val_name"), arguments.text("dlg_val_value")));
    }
    return Outcome.ok();
  }
}
