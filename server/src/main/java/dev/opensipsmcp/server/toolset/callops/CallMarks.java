package dev.opensipsmcp.server.toolset.callops;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Optional;

/**
 * What module callops did to a call: it keeps that in variables of the dialog. Up to 3.6 a side on
 * hold has the word hold there, and nothing once it is resumed. Since 4.0 it has a number that says
 * which directions of its media are off, 12 for both and 0 for none, set when the phone agreed.
 */
final class CallMarks {
  static final String CALLER_HELD = "caller_on_hold";
  static final String CALLEE_HELD = "callee_on_hold";
  static final String TRANSFER = "transferring";
  static final String HELD = "yes";
  static final String FREE = "no";

  private CallMarks() {}

  /** {@return which sides of a call are on hold} */
  static MiResult<JsonObject> holds(Arguments arguments, ReadPorts ports) {
    return read(
        arguments,
        ports,
        (dialog, state) -> {
          state.addProperty(CALLER_HELD, held(value(dialog, "call_hold_caller")));
          state.addProperty(CALLEE_HELD, held(value(dialog, "call_hold_callee")));
        });
  }

  /**
   * {@return which side of a call was asked to call somebody else; {@code over} once it refused or
   * did, {@code no} when none was ever asked}
   */
  static MiResult<JsonObject> transfer(Arguments arguments, ReadPorts ports) {
    return read(
        arguments,
        ports,
        (dialog, state) ->
            state.addProperty(
                TRANSFER,
                found(dialog, "call_transfer_leg")
                    .map(leg -> leg.isEmpty() ? "over" : leg)
                    .orElse(FREE)));
  }

  private static String held(String mark) {
    return switch (mark) {
      case "", "0" -> FREE;
      case "4", "8" -> "one_way";
      default -> HELD;
    };
  }

  @FunctionalInterface
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
    return found(dialog, name).orElse("");
  }

  private static Optional<String> found(JsonObject dialog, String name) {
    for (JsonElement entry : Json.list(Json.object(dialog, "context"), "values")) {
      JsonObject value = Json.asObject(entry);
      if (value.has(name)) {
        return Optional.of(Json.text(value, name));
      }
    }
    return Optional.empty();
  }
}
