package dev.opensipsmcp.server.toolset.routing;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.reload.Counts;
import dev.opensipsmcp.server.toolset.stream.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tools of module dispatcher. */
final class DispatcherTools {
  private static final String TOOLSET = "routing";
  private static final String MODULE = "dispatcher";
  private static final String DEFAULT_PARTITION = "default";
  private static final String ROWS = "PARTITIONS[].SETS[].Destinations[]";
  private static final Schema PARTITION =
      Schema.text("Partition; the default one when absent").longest(64);
  private static final Schema SET = Schema.integer("Destination set's ID").atLeast(0);
  private static final String LOOK = "List the destinations with dispatcher_list.";

  private DispatcherTools() {}

  static List<Tool> all() {
    return List.of(list(), reload(), setAttributes(), setState());
  }

  private static Tool list() {
    return Lever.read("dispatcher_list", TOOLSET, "Dispatcher destinations")
        .what("List the destinations of dispatcher sets with their state.")
        .useWhen("Use when calls fail to a target, or to see what is up.")
        .notFor(
            "Not for the load balancer; use `lb_list`. Not for gateways; use"
                + " `drouting_get_gateway_status`.")
        .returns("Returns a page of rows, as the node has them in memory.")
        .sends("ds_list", MODULE)
        .optional("partition", PARTITION)
        .optional("full", Schema.flag("Also weight, priority, description").byDefault(false))
        .local(Schema.optional("set", SET))
        .local(
            Schema.optional(
                "state", Schema.text("Only these").oneOf("active", "inactive", "probing")))
        .local(Schema.optional("uri", Schema.text("Part of the SIP URI").longest(255)))
        .rows(ROWS)
        .column("partition", "PARTITIONS.name", Schema.text("Partition"))
        .column("set", "SETS.id", Schema.integer("Set's ID"))
        .column("uri", "URI", Schema.text("SIP URI"))
        .column("state", "state", Schema.text("Active, Inactive or Probing"))
        .column("attrs", "attr", Schema.text("Attributes from the table"))
        .column("script_attrs", "script_attr", Schema.text("Attributes pushed at run time"))
        .column("weight", "weight", Schema.integer("Weight"))
        .column("priority", "priority", Schema.integer("Priority, highest first"))
        .column("description", "description", Schema.text("Description"))
        .column("socket", "socket", Schema.text("Sending socket"))
        .column("hits", "first_hit_counter", Schema.integer("Times chosen first"))
        .column("addresses", "resolved_addresses", Schema.texts("IP:port it resolves to"))
        .filter(Filter.whole("set", "set"))
        .filter(Filter.whole("state", "state"))
        .filter(Filter.part("uri", "uri"))
        .examples(
            "Which dispatcher destinations are down?",
            "Show set 1 of the dispatcher with weights",
            "Is sip:203.0.113.5:5060 probing or active?")
        .aliases("ds_list", "dispatcher_show")
        .tool();
  }

  private static Tool setState() {
    ChangeDraft draft =
        Lever.change("dispatcher_set_state", TOOLSET, "Set a dispatcher state")
            .what("Set the state of one dispatcher destination: active, inactive or probing.")
            .useWhen("Use when a target must get no more new calls, or shall get them again.")
            .notFor(
                "Not for the load balancer; use `lb_set_status`. Not for gateways; use"
                    + " `drouting_set_gateway_status`.")
            .effects(
                "Effects: new calls skip it, or use it again, at once; calls in progress stay."
                    + " Kept at a reload. Undo: change_revert sets the old state.")
            .returns("Returns the state before and after.")
            .sends("ds_set_state", MODULE)
            .also("ds_list", MODULE)
            .local(Schema.required("set", SET))
            .local(
                Schema.required(
                    "destination",
                    Schema.text("SIP URI as dispatcher_list shows it")
                        .longest(255)
                        .examples("sip:203.0.113.5:5060")))
            .local(
                Schema.required(
                    "state",
                    Schema.text("inactive: no new calls; probing: none until it answers pings")
                        .oneOf("active", "inactive", "probing")))
            .local(Schema.optional("partition", PARTITION))
            .risk(Risk.DISRUPTIVE)
            .summary("Set dispatcher destination {destination} of set {set} to {state}.")
            .plans(
                "New calls follow the new state at once; calls in progress are not touched.",
                "Nodes that share the module's cluster follow; with persistent_state the table"
                    + " does.",
                "On the way from inactive to probing it is active for some milliseconds.")
            .params((arguments, _) -> stateParams(arguments))
            .understands(DispatcherTools::ofStateParams)
            .state(
                States.row(
                    "ds_list",
                    DispatcherTools::ofPartition,
                    ROWS,
                    (row, arguments) ->
                        inSet(row, arguments)
                            && row.text("URI").equalsIgnoreCase(arguments.text("destination")),
                    Map.of("state", "state")))
            .mustExist(LOOK)
            .proof((arguments, after) -> state(after).equals(arguments.text("state")))
            .inverse((arguments, before) -> {
              JsonObject back = arguments.json().deepCopy();
              back.addProperty("state", state(before));
              return Optional.of(new Step("dispatcher_set_state", back));
            })
            .examples(
                "Take sip:203.0.113.5:5060 out of dispatcher set 1",
                "Put the dispatcher destination back to active",
                "Set a destination of set 2 to probing")
            .aliases("ds_set_state");
    return draft.tool(new StateChange((CommandWork) draft.tool().work()));
  }

  /** {@return the tool's arguments for parameters of the bare command} */
  private static Optional<JsonObject> ofStateParams(JsonObject params) {
    String group = Json.text(params, "group");
    int colon = group.lastIndexOf(':');
    long set = Json.number(group.substring(colon + 1), -1);
    String state =
        switch (Json.text(params, "state").isEmpty() ? ' ' : Json.text(params, "state").charAt(0)) {
          case 'a', 'A', '1' -> "active";
          case 'i', 'I', '0' -> "inactive";
          case 'p', 'P', '2' -> "probing";
          default -> "";
        };
    if (set < 0 || state.isEmpty()) {
      return Optional.empty();
    }
    JsonObject arguments = new JsonObject();
    if (colon > 0) {
      arguments.addProperty("partition", group.substring(0, colon));
    }
    arguments.addProperty("set", set);
    arguments.addProperty("destination", Json.text(params, "address"));
    arguments.addProperty("state", state);
    return Optional.of(arguments);
  }

  private static JsonObject stateParams(Arguments arguments) {
    String set = arguments.json().get("set").getAsString();
    JsonObject params = new JsonObject();
    params.addProperty("state", arguments.text("state").substring(0, 1));
    params.addProperty(
        "group", arguments.maybeText("partition").map(name -> name + ":" + set).orElse(set));
    params.addProperty("address", arguments.text("destination"));
    return params;
  }

  private static String state(JsonObject state) {
    return Json.text(state, "state").toLowerCase(Locale.ROOT);
  }

  /** Whether a row is in the set that the arguments mean; sets of partitions share numbers. */
  static boolean inSet(Row row, Arguments arguments) {
    return row.text("SETS.id").equals(arguments.json().get("set").getAsString())
        && row.text("PARTITIONS.name")
            .equals(arguments.maybeText("partition").orElse(DEFAULT_PARTITION));
  }

  static JsonObject ofPartition(Arguments arguments) {
    JsonObject params = new JsonObject();
    arguments.maybeText("partition").ifPresent(name -> params.addProperty("partition", name));
    return params;
  }

  private static Tool setAttributes() {
    return Lever.change("dispatcher_set_attrs", TOOLSET, "Set dispatcher script attributes")
        .what("Set the run-time script attributes of a dispatcher address.")
        .useWhen("Use when the routing script reads them and a target needs other ones now.")
        .notFor("Not for up or down; use `dispatcher_set_state`.")
        .effects(
            "Effects: in memory, for new calls; lost at the next reload. Undo: change_revert"
                + " where there were such attributes before, else dispatcher_reload clears all.")
        .returns("Returns the attributes by destination before and after.")
        .sends("ds_push_script_attrs", MODULE)
        .also("ds_list", MODULE)
        .required("set", SET)
        .required(
            "ip",
            Schema.text("IP that the destination resolves to").longest(45).examples("203.0.113.5"))
        .required("port", Schema.integer("Its port; 0: any").between(0, 65535))
        .required("attrs", Schema.text("The new attributes").longest(512).matching("."))
        .optional("partition", PARTITION)
        .risk(Risk.REVERSIBLE)
        .summary("Set the script attributes of {ip}:{port} in dispatcher set {set} to {attrs}.")
        .plans("The script sees the new attributes for new calls.")
        .state(ScriptAttributes::read)
        .mustExist(LOOK)
        .proof(ScriptAttributes::shown)
        .inverse(ScriptAttributes::inverse)
        .noUndo(
            "There were none, and none can't be pushed: dispatcher_reload clears those of"
                + " every destination.")
        .examples(
            "Push script attributes to the dispatcher destination 203.0.113.5",
            "Change the attrs my script reads for set 1",
            "Tag 203.0.113.6 port 5060 in the dispatcher")
        .aliases("ds_push_script_attrs")
        .tool();
  }

  private static Tool reload() {
    ChangeDraft draft =
        Lever.change("dispatcher_reload", TOOLSET, "Reload the dispatcher")
            .what("Reload the dispatcher's destinations from its database table.")
            .useWhen("Use when rows of table dispatcher changed and shall become active.")
            .notFor("Not for several modules at once; use `reload_tables`.")
            .effects(
                "Effects: new calls follow the table; calls in progress stay. Script"
                    + " attributes are lost. Undo: none, what was in memory is kept nowhere.")
            .returns("Returns how many destinations there were before and are after.")
            .sends("ds_reload", MODULE)
            .also("ds_list", MODULE)
            .optional("partition", PARTITION)
            .optional(
                "inherit_state",
                Schema.flag("Keep the states; false: as the table says").byDefault(true))
            .risk(Risk.DISRUPTIVE)
            .summary("Reload the dispatcher's destinations from the database.")
            .plans("Rows added to the table become active; rows gone from it stop getting calls.")
            .state(Counts.of("ds_list", DispatcherTools::ofPartition, ROWS, "destinations"))
            .noUndo("Nothing takes it back: the node keeps no copy of what it replaces.")
            .examples(
                "Reload the dispatcher",
                "I added a row to the dispatcher table, activate it",
                "ds_reload for partition default")
            .aliases("ds_reload");
    return draft.tool(
        arguments -> arguments.flag("inherit_state", true) ? Risk.REVERSIBLE : Risk.DISRUPTIVE);
  }
}
