package dev.opensipsmcp.server.toolset.drouting;

import com.google.gson.JsonArray;
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
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.StateRead;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.reload.Counts;
import java.util.List;
import java.util.Optional;

/** Where a number goes, and the tables behind it. */
final class RuleTools {
  private static final StateRead GATEWAYS =
      Counts.of("dr_gw_status", Common::ofPartition, "Gateways[]", "gateways");

  private RuleTools() {}

  static List<Tool> all() {
    return List.of(test(), probing(), setProbing(), reload(), reloadStatus());
  }

  private static Tool test() {
    return Lever.read("drouting_test_number", Common.TOOLSET, "Test where a number goes")
        .what("Test which rule, carriers and gateways a dialled number leads to.")
        .useWhen("Use when a destination is routed wrongly, or to prove a new rule.")
        .notFor("Not for the state of what it leads to; use `drouting_get_gateway_status`.")
        .returns("Returns one object; targets in the order of the rule. Sends no call.")
        .sends("dr_number_routing", Common.MODULE)
        .required(
            "number",
            Schema.text("Number as the script hands it over").longest(64).examples("00441234567"))
        .required("group", "group_id", Schema.integer("Routing group of the caller").atLeast(0))
        .optional("partition", "partition_name", Common.PARTITION)
        .answer(
            Schema.object(
                "Where the number goes",
                Schema.required("matched", Schema.flag("Whether a rule fits")),
                Schema.optional("prefix", Schema.text("Prefix of the rule; empty: the default")),
                Schema.optional(
                    "targets",
                    Schema.list(
                        "In order",
                        Schema.object(
                            "One target",
                            Schema.required(
                                "type", Schema.text("Which kind").oneOf("gateway", "carrier")),
                            Schema.required("id", Schema.text("Its ID"))))),
                Schema.optional("attrs", Schema.text("Attributes of the rule"))),
            (_, answer) -> new Outcome.Value(route(answer)))
        .examples(
            "Where does 00441234567 go for group 1?",
            "Which gateway serves this number?",
            "Test the route of a dialled number")
        .aliases("drouting_number_routing", "dr_number_routing")
        .tool();
  }

  private static JsonObject route(JsonElement answer) {
    JsonObject route = new JsonObject();
    route.addProperty("matched", answer instanceof JsonObject);
    if (answer instanceof JsonObject rule) {
      route.addProperty("prefix", Json.text(rule, "Matched Prefix"));
      JsonArray targets = new JsonArray();
      for (JsonElement target : Json.list(rule, "GW List")) {
        JsonObject named = Json.asObject(target);
        boolean carrier = named.has("CARRIER");
        JsonObject one = Json.object("type", carrier ? "carrier" : "gateway");
        one.addProperty("id", Json.text(named, carrier ? "CARRIER" : "GATEWAY"));
        targets.add(one);
      }
      route.add("targets", targets);
      Json.addText(route, "attrs", Json.text(rule, "ATTRS"));
    }
    return route;
  }

  private static Tool probing() {
    return Lever.read("drouting_get_probing", Common.TOOLSET, "Whether gateways are probed")
        .what("Get whether dynamic routing probes its gateways at all.")
        .useWhen("Use when a dead gateway stays active, or a live one never comes back.")
        .notFor("Not for the state of gateways; use `drouting_get_gateway_status`.")
        .returns("Returns one object.")
        .sends("dr_enable_probing", Common.MODULE)
        .answer(
            Schema.object(
                "The switch", Schema.required("enabled", Schema.flag("Whether probes are sent"))),
            (_, answer) -> {
              JsonObject value = new JsonObject();
              value.addProperty("enabled", Json.number(Json.asObject(answer), "Status", 0) != 0);
              return new Outcome.Value(value);
            })
        .examples(
            "Is gateway probing on?", "Does drouting ping its gateways?", "Show the probing switch")
        .tool();
  }

  private static Tool setProbing() {
    return Lever.change("drouting_set_probing", Common.TOOLSET, "Switch gateway probing")
        .what("Set the probing of all gateways on or off.")
        .useWhen("Use when probes disturb a provider, or must run again.")
        .notFor("Not for one gateway; use `drouting_set_gateway_status`.")
        .effects(
            "Effects: in memory until restart; without probes a failed gateway is not found"
                + " and does not come back. Calls are not touched. Undo: change_revert.")
        .returns("Returns the switch before and after.")
        .sends("dr_enable_probing", Common.MODULE)
        .optional("enabled", "status", Schema.flag("Whether probes are sent").byDefault(true))
        .risk(Risk.REVERSIBLE)
        .summary("Set the probing of all gateways: enabled {enabled}.")
        .plans("Probes begin or end; the gateways' states stay as they are.")
        .params((arguments, _) -> {
          JsonObject params = new JsonObject();
          params.addProperty("status", arguments.flag("enabled", true) ? 1 : 0);
          return params;
        })
        .understands(params -> {
          JsonObject arguments = new JsonObject();
          arguments.addProperty("enabled", Json.number(params, "status", 0) != 0);
          return params.has("status") ? Optional.of(arguments) : Optional.empty();
        })
        .state(States.answer("dr_enable_probing", States.nothing(), List.of("Status")))
        .proof((arguments, after) ->
            (Json.number(after, "Status", 0) != 0) == arguments.flag("enabled", true))
        .inverse((_, before) -> {
          JsonObject back = new JsonObject();
          back.addProperty("enabled", Json.number(before, "Status", 0) != 0);
          return Optional.of(new Step("drouting_set_probing", back));
        })
        .examples(
            "Stop probing the gateways",
            "Turn gateway probing back on",
            "Switch off the drouting pings")
        .aliases("drouting_enable_probing", "dr_enable_probing")
        .tool();
  }

  private static Tool reload() {
    ChangeDraft draft =
        Lever.change("drouting_reload", Common.TOOLSET, "Reload dynamic routing")
            .what("Reload gateways, carriers and rules of dynamic routing from the database.")
            .useWhen("Use when tables dr_gateways, dr_carriers or dr_rules changed.")
            .notFor("Not for several modules at once; use `reload_tables`.")
            .effects(
                "Effects: new calls follow the tables; calls in progress stay; statistics of"
                    + " qrouting begin anew. Undo: none, what was in memory is kept nowhere.")
            .returns("Returns gateways and date of the last load, before and after.")
            .sends("dr_reload", Common.MODULE)
            .also("dr_gw_status", Common.MODULE)
            .also("dr_reload_status", Common.MODULE)
            .optional("partition", "partition_name", Common.PARTITION)
            .optional(
                "inherit_state",
                Schema.flag("Keep the states; false: as the table says").byDefault(true))
            .risk(Risk.DISRUPTIVE)
            .summary("Reload gateways, carriers and rules from the database.")
            .plans("Rows added become active; rows gone stop getting calls.")
            .state(RuleTools::loaded)
            .noUndo("Nothing takes it back: the node keeps no copy of what it replaces.")
            .examples(
                "Reload drouting",
                "Activate the new dr_rules rows",
                "Make the added gateway take effect")
            .aliases("dr_reload");
    return draft.tool(
        arguments -> arguments.flag("inherit_state", true) ? Risk.REVERSIBLE : Risk.DISRUPTIVE);
  }

  /** A node with partitions counts gateways only when told the partition, so the date tells. */
  private static MiResult<JsonObject> loaded(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("dr_reload_status", Common.ofPartition(arguments))) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject state = new JsonObject();
        state.add("loaded", loads(Json.asObject(answer)));
        if (GATEWAYS.read(arguments, ports) instanceof MiResult.Success<JsonObject>(var count)) {
          count.entrySet().forEach(entry -> state.add(entry.getKey(), entry.getValue()));
        }
        yield new MiResult.Success<>(state);
      }
    };
  }

  private static Tool reloadStatus() {
    return Lever.read("drouting_get_reload_status", Common.TOOLSET, "When routing was loaded")
        .what("Get when dynamic routing loaded its tables last.")
        .useWhen("Use when a table change seems not to be active.")
        .notFor("Not for making it active; use `drouting_reload`.")
        .returns("Returns one row per partition.")
        .sends("dr_reload_status", Common.MODULE)
        .optional("partition", "partition_name", Common.PARTITION)
        .answer(
            Schema.list(
                "Partitions",
                Schema.object(
                    "One partition",
                    Schema.optional("partition", Schema.text("Its name, where there are several")),
                    Schema.required("date", Schema.text("Last load, in the node's zone")),
                    Schema.optional("hash", Schema.text("MD5 of what is loaded")))),
            (_, answer) -> new Outcome.Value(loads(Json.asObject(answer))))
        .examples(
            "When was drouting reloaded last?",
            "Is my rule change already loaded?",
            "Date of the last routing reload")
        .aliases("drouting_reload_status", "dr_reload_status")
        .tool();
  }

  private static JsonArray loads(JsonObject answer) {
    JsonArray parts = Json.list(answer, "Partitions");
    if (parts.isEmpty()) {
      parts.add(answer);
    }
    JsonArray loads = new JsonArray();
    for (JsonElement part : parts) {
      JsonObject json = Json.asObject(part);
      JsonObject load = new JsonObject();
      Json.addText(load, "partition", Json.text(json, "name"));
      load.addProperty("date", Json.text(json, "Date"));
      Json.addText(load, "hash", Json.text(json, "Hash"));
      loads.add(load);
    }
    return loads;
  }
}
