package dev.opensipsmcp.server.toolset.callops;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.States;

/**
 * What module callops did to a call: it keeps that in variables of the dialog, where an empty value
 * says that it is over.
 */
final class CallMarks {
  static final String CALLER_HELD = "caller_on_hold";
  static final String CALLEE_HELD = "callee_on_hold";
  static final String TRANSFER = "transferring";

  private CallMarks() {}

  /** {@return which sides of a call are on hold} */
  static MiResult<JsonObject> holds(Arguments arguments, ReadPorts ports) {
    return read(arguments, ports, (dialog, state) -> {
      state.addProperty(CALLER_HELD, !value(dialog, "call_hold_caller").isEmpty());
      state.addProperty(CALLEE_HELD, !value(dialog, "call_hold_callee").isEmpty());
    });
  }

  /** {@return which side of a call was asked to call somebody else; empty when it refused} */
  static MiResult<JsonObject> transfer(Arguments arguments, ReadPorts ports) {
    return read(
        arguments,
        ports,
        (dialog, state) -> state.addProperty(TRANSFER, value(dialog, "call_transfer_leg")));
  }

  private interface Kept {
    void add(JsonObject dialog, JsonObject state);
  }

  private static MiResult<JsonObject> read(Arguments arguments, ReadPorts ports, Kept kept) {
    JsonObject params = Json.object("callid", arguments.text("callid"));
    return States.absent(
        switch (ports.mi().read("dlg_list_ctx", params)) {
          case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
          case MiResult.Success<JsonElement>(JsonElement answer) -> {
            JsonObject dialog = Json.object(Json.asObject(answer), "Dialog");
            JsonObject state = new JsonObject();
            state.addProperty(States.EXISTS, true);
            state.addProperty("dialog_id", Json.text(dialog, "ID"));
            kept.add(dialog, state);
            yield new MiResult.Success<>(state);
          }
        });
  }

  private static String value(JsonObject dialog, String name) {
    for (JsonElement entry : Json.list(Json.object(dialog, "context"), "values")) {
      JsonObject value = Json.asObject(entry);
      if (value.has(name)) {
        return Json.text(value, name);
      }
    }
    return "";
  }
}
