package dev.opensipsmcp.server.toolset.media;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.RowPath;

/** The call in progress that a Call-ID names. */
final class CallTarget {
  static final String WHERE = "Look for the call with dlg_list.";

  private static final RowPath ENTITIES = RowPath.parse("[]").keeping("mod_name", "to_uri");
  private static final String MODULE = "media_exchange";

  /** The state of a dialog that only waits to be removed. */
  private static final int ENDED = 5;

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

  /** {@return the call, and how many parties the node calls for exchanged or forked media} */
  static MiResult<JsonObject> withMedia(Arguments arguments, ReadPorts ports) {
    return switch (read(arguments, ports)) {
      case MiResult.Failure<JsonObject> failure -> failure;
      case MiResult.Success<JsonObject>(JsonObject call) when !States.exists(call) ->
          new MiResult.Success<>(call);
      case MiResult.Success<JsonObject>(JsonObject call) -> {
        int[] parties = {0};
        MiReader<Boolean> reader =
            json -> {
              ENTITIES.read(
                  json,
                  row -> {
                    boolean meant =
                        !arguments.has("uri") || row.text("to_uri").equals(arguments.text("uri"));
                    parties[0] += row.text("mod_name").equals(MODULE) && meant ? 1 : 0;
                    return true;
                  });
              return true;
            };
        yield switch (ports.mi().read("b2be_list", new JsonObject(), reader)) {
          case MiResult.Failure<Boolean>(MiError error) -> new MiResult.Failure<>(error);
          case MiResult.Success<Boolean> _ -> {
            call.addProperty("media_parties", parties[0]);
            yield new MiResult.Success<>(call);
          }
        };
      }
    };
  }

  private static JsonObject state(JsonObject dialog) {
    if (Json.number(dialog, "state", 0) == ENDED) {
      return States.missing();
    }
    JsonObject state = new JsonObject();
    state.addProperty(States.EXISTS, true);
    state.addProperty("dialog_id", Json.text(dialog, "ID"));
    state.addProperty("caller", Json.text(dialog, "from_uri"));
    state.addProperty("callee", Json.text(dialog, "to_uri"));
    return state;
  }
}
