package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.Optional;

/** Tools for the pings that keep contacts behind a NAT reachable. */
final class NatTools {
  private static final Schema.Property ENABLE = Schema.required("enable", Schema.flag("On or off"));

  private NatTools() {}

  static Tool get() {
    return Lever.read("nathelper_get_ping", "registration", "State of NAT pings")
        .what("Get whether the node pings contacts behind a NAT.")
        .useWhen("Use when phones behind a NAT become unreachable some time after registering.")
        .notFor("Not for switching it; use `nathelper_enable_ping`.")
        .returns("Returns one object.")
        .sends("nh_enable_ping", "nathelper")
        .answer(
            Schema.object(
                "The pings", Schema.required("enabled", Schema.flag("Whether pings are sent"))),
            (_, answer) -> new Outcome.Value(state(answer)))
        .examples(
            "Are NAT pings on?",
            "Does the node keep NAT bindings open?",
            "Check the nathelper ping status")
        .tool();
  }

  static Tool enable() {
    return Lever.change("nathelper_enable_ping", "registration", "NAT pings on or off")
        .what("Enable or disable the pings to contacts behind a NAT.")
        .useWhen("Use when pings shall stop for a while, under overload for example, or resume.")
        .notFor("Not for seeing whether they are on; use `nathelper_get_ping`.")
        .effects(
            "Effects: without pings NAT bindings close and phones become unreachable within"
                + " minutes; in memory until a restart. Undo: change_revert.")
        .returns("Returns the state before and after.")
        .risk(Risk.DISRUPTIVE)
        .sends("nh_enable_ping", "nathelper")
        .required("enable", "status", ENABLE.schema())
        .state(NatTools::read)
        .inverse(
            (_, before) -> Optional.of(new Step("nathelper_enable_ping", enable(enabled(before)))))
        .proof((arguments, after) -> enabled(after) == arguments.flag("enable", true))
        .summary("Switch NAT pings to enable={enable}.")
        .plans("Pings to contacts behind a NAT are switched.")
        .examples(
            "Turn NAT pinging off",
            "Enable the keepalive pings for NATed phones",
            "Stop pinging contacts for now")
        .aliases("nh_enable_ping")
        .tool();
  }

  private static JsonObject enable(boolean on) {
    JsonObject call = new JsonObject();
    call.addProperty("enable", on);
    return call;
  }

  private static boolean enabled(JsonObject state) {
    return state.get("enabled").getAsBoolean();
  }

  private static MiResult<JsonObject> read(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("nh_enable_ping", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          new MiResult.Success<>(state(answer));
    };
  }

  private static JsonObject state(JsonElement answer) {
    JsonObject state = new JsonObject();
    state.addProperty("enabled", Json.number(Json.asObject(answer), "Status", 0) != 0);
    return state;
  }
}
