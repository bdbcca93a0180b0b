package dev.opensipsmcp.server.toolset.media;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.States;

/** The call in progress that a Call-ID names. */
final class CallTarget {
  static final String WHERE = "Look for the call with dlg_list.";

  private CallTarget() {}

  /** {@return the call's dialog, if there is one: who talks to whom} */
  static MiResult<JsonObject> read(Arguments arguments, ReadPorts ports) {
    return States.absent(
        switch (ports.mi().read("dlg_list", Json.object("callid", arguments.text("callid")))) {
          case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
          case MiResult.Success<JsonElement>(JsonElement answer) ->
              new MiResult.Success<>(state(Json.object(Json.asObject(answer), "Dialog")));
        });
  }

  private static JsonObject state(JsonObject dialog) {
    JsonObject state = new JsonObject();
    state.addProperty(States.EXISTS, true);
    state.addProperty("dialog_id", Json.text(dialog, "ID"));
    state.addProperty("caller", Json.text(dialog, "from_uri"));
    state.addProperty("callee", Json.text(dialog, "to_uri"));
    return state;
  }
}
