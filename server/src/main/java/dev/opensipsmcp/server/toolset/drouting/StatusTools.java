package dev.opensipsmcp.server.toolset.drouting;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gateways and carriers in and out of service. */
final class StatusTools {
  private static final Schema ENABLED = Schema.flag("false: no new calls go there");

  private StatusTools() {}

  static List<Tool> all() {
    return List.of(gateways(), setGateway(), carriers(), setCarrier());
  }

  private static Tool gateways() {
    return Lever.read("drouting_get_gateway_status", Common.TOOLSET, "Gateways and their state")
        .what("Get the state of the gateways that dynamic routing has loaded.")
        .useWhen("Use when calls fail over or a gateway may be off or failing its probes.")
        .notFor(
            "Not for carriers; use `drouting_get_carrier_status`. Not for dispatcher sets; use"
                + " `dispatcher_list`.")
        .returns("Returns a page of rows, as the node has them in memory.")
        .sends("dr_gw_status", Common.MODULE)
        .optional("partition", "partition_name", Common.PARTITION)
        .local(Schema.optional("gateway", Schema.text("Only this gateway's ID").longest(64)))
        .local(
            Schema.optional(
                "state",
                Schema.text("Only these").oneOf("Active", "Probing", "Inactive", "Disabled MI")))
        .rows("Gateways[]")
        .column("gateway", "ID", Schema.text("Gateway's ID"))
        .column("address", "IP", Schema.text("Its address"))
        .column("state", "State", Schema.text("Disabled MI: switched off by a command"))
        .column("attrs", "ATTRS", Schema.text("Attributes from the table"))
        .filter(Filter.whole("gateway", "gateway"))
        .filter(Filter.whole("state", "state"))
        .examples(
            "Which gateways are disabled in drouting?",
            "Is gateway gw3 active or probing?",
            "Status of all PSTN gateways")
        .aliases("drouting_gateway_status", "dr_gw_status")
        .tool();
  }

  private static Tool carriers() {
    return Lever.read("drouting_get_carrier_status", Common.TOOLSET, "Carriers and their state")
        .what("Get whether the carriers that dynamic routing has loaded are enabled.")
        .useWhen("Use when a whole carrier gets no calls, or before switching one.")
        .notFor("Not for single gateways; use `drouting_get_gateway_status`.")
        .returns("Returns a page of rows, as the node has them in memory.")
        .sends("dr_carrier_status", Common.MODULE)
        .optional("partition", "partition_name", Common.PARTITION)
        .local(Schema.optional("carrier", Schema.text("Only this carrier's ID").longest(64)))
        .rows("Carriers[]")
        .column("carrier", "ID", Schema.text("Carrier's ID"))
        .column("enabled", "Enabled", Schema.flag("Whether it gets calls"))
        .column("attrs", "ATTRS", Schema.text("Attributes from the table"))
        .filter(Filter.whole("carrier", "carrier"))
        .examples(
            "Which drouting carriers are switched off?",
            "Is carrier cr1 enabled?",
            "List carriers with their status")
        .aliases("drouting_carrier_status", "dr_carrier_status")
        .tool();
  }

  private static Tool setGateway() {
    return Lever.change("drouting_set_gateway_status", Common.TOOLSET, "Switch a gateway")
        .what("Set one dynamic routing gateway in or out of service.")
        .useWhen("Use when a gateway fails or is under repair, or shall get calls again.")
        .notFor("Not for a whole carrier; use `drouting_set_carrier_status`.")
        .effects(
            "Effects: new calls skip or use it in every rule and carrier at once; calls in"
                + " progress stay. Kept at a reload. Undo: change_revert.")
        .returns("Returns the state before and after.")
        .sends("dr_gw_status", Common.MODULE)
        .required("gateway", "gw_id", Schema.text("Gateway's ID").longest(64).examples("gw1"))
        .required("enabled", "status", ENABLED)
        .optional("partition", "partition_name", Common.PARTITION)
        .risk(Risk.DISRUPTIVE)
        .summary("Set gateway {gateway}, now {before.State}: enabled {enabled}.")
        .plans(
            "New calls follow at once; calls in progress are not touched.",
            "Nodes that share the module's cluster follow; with persistent_state the table does.")
        .state(States.answer("dr_gw_status", target("gateway", "gw_id"), List.of("State")))
        .mustExist("List the gateways with drouting_get_gateway_status.")
        .proof((arguments, after) ->
            Json.text(after, "State")
                .equals(arguments.flag("enabled", true) ? "Active" : "Disabled MI"))
        .inverse((arguments, before) ->
            Optional.ofNullable(
                    Map.of("Active", true, "Disabled MI", false).get(Json.text(before, "State")))
                .map(on -> back("drouting_set_gateway_status", arguments, on)))
        .noUndo("It was off by a failed probe, which no command sets; switch it by hand.")
        .examples(
            "Disable gateway gw2 in drouting",
            "Take gateway gw1 out of service for maintenance",
            "Bring gw3 back into service")
        .tool();
  }

  private static Tool setCarrier() {
    return Lever.change("drouting_set_carrier_status", Common.TOOLSET, "Switch a carrier")
        .what("Set one dynamic routing carrier in or out of service.")
        .useWhen("Use when a carrier fails as a whole, or shall get calls again.")
        .notFor("Not for a single gateway; use `drouting_set_gateway_status`.")
        .effects(
            "Effects: new calls skip or use it in every rule at once; calls in progress stay."
                + " Kept at a reload. Undo: change_revert.")
        .returns("Returns whether it was and is enabled.")
        .sends("dr_carrier_status", Common.MODULE)
        .required("carrier", "carrier_id", Schema.text("Carrier's ID").longest(64).examples("cr1"))
        .required("enabled", "status", ENABLED)
        .optional("partition", "partition_name", Common.PARTITION)
        .risk(Risk.DISRUPTIVE)
        .summary("Set carrier {carrier}: enabled {enabled}.")
        .plans(
            "New calls follow at once; calls in progress are not touched.",
            "Nodes that share the module's cluster follow; with persistent_state the table does.")
        .state(
            States.answer("dr_carrier_status", target("carrier", "carrier_id"), List.of("Enabled")))
        .mustExist("List the carriers with drouting_get_carrier_status.")
        .proof((arguments, after) -> on(after) == arguments.flag("enabled", true))
        .inverse((arguments, before) ->
            Optional.of(back("drouting_set_carrier_status", arguments, on(before))))
        .examples(
            "Disable carrier cr2",
            "Stop sending calls to this carrier",
            "Enable the carrier again in drouting")
        .tool();
  }

  /** A node writes "no" with a blank behind it. */
  private static boolean on(JsonObject state) {
    return Json.text(state, "Enabled").strip().equals("yes");
  }

  private static Function<Arguments, JsonObject> target(String argument, String parameter) {
    return arguments -> {
      JsonObject params = Common.ofPartition(arguments);
      params.addProperty(parameter, arguments.text(argument));
      return params;
    };
  }

  private static Step back(String tool, Arguments arguments, boolean on) {
    JsonObject back = arguments.json().deepCopy();
    back.addProperty("enabled", on);
    return new Step(tool, back);
  }
}
