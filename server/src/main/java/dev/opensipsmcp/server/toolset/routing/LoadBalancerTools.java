package dev.opensipsmcp.server.toolset.routing;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.reload.Counts;
import java.util.List;
import java.util.Optional;

/** The tools of module load_balancer. */
final class LoadBalancerTools {
  private static final String TOOLSET = "routing";
  private static final String MODULE = "load_balancer";
  private static final Schema.Property ID =
      Schema.optional(
          "destination_id", Schema.integer("Its number; or give group and destination").atLeast(0));
  private static final Schema.Property GROUP =
      Schema.optional("group", Schema.integer("Destination's group").atLeast(0));
  private static final Schema.Property URI =
      Schema.optional("destination", Schema.text("Destination's SIP URI").longest(255));
  private static final String LOOK =
      "Give destination_id, or group and destination, as lb_list shows them.";

  private LoadBalancerTools() {}

  static List<Tool> all() {
    return List.of(list(), reload(), resize(), setStatus());
  }

  private static Tool list() {
    return Lever.read("lb_list", TOOLSET, "Load balancer destinations")
        .what("List load balancer destinations with their state, capacity and load.")
        .useWhen("Use when calls are refused or a destination may be full or off.")
        .notFor("Not for dispatcher sets; use `dispatcher_list`.")
        .returns("Returns a page of rows, as the node has them in memory.")
        .sends("lb_list", MODULE)
        .local(Schema.optional("group", Schema.integer("Only this group").atLeast(0)))
        .local(Schema.optional("uri", Schema.text("Part of the SIP URI").longest(255)))
        .local(Schema.optional("state", Schema.text("Only these").oneOf("on", "off")))
        .rows("Destinations[]")
        .column("destination_id", "id", Schema.integer("Number, for the other lb tools"))
        .column("group", "group", Schema.integer("Group"))
        .column("uri", "uri", Schema.text("SIP URI"))
        .column("enabled", "enabled", Schema.flag("Whether it gets calls"))
        .column("auto_reenable", "auto-reenable", Schema.flag("Whether a ping can enable it"))
        .column("resources", "Resources", Schema.any("Each: name, max calls, load now"))
        .column("attrs", "attrs", Schema.text("Attributes from the table"))
        .filter(Filter.whole("group", "group"))
        .filter(Filter.part("uri", "uri"))
        .filter((row, arguments) ->
            !arguments.has("state")
                || Json.text(row, "enabled").equals("true") == arguments.text("state").equals("on"))
        .examples(
            "How loaded are the load balancer destinations?",
            "Which lb targets are disabled?",
            "Show capacity and load of group 1")
        .tool();
  }

  private static Tool setStatus() {
    return Lever.change("lb_set_status", TOOLSET, "Switch a load balancer target")
        .what("Set one load balancer destination on or off.")
        .useWhen("Use when a target must get no more new calls, or shall get them again.")
        .notFor("Not for dispatcher sets; use `dispatcher_set_state`.")
        .effects(
            "Effects: new calls skip or use it at once; calls in progress stay. Off also"
                + " stops re-enabling by ping. Kept at a reload. Undo: change_revert.")
        .returns("Returns the state before and after.")
        .sends("lb_status", MODULE)
        .also("lb_list", MODULE)
        .local(ID)
        .local(GROUP)
        .local(URI)
        .local(Schema.required("enabled", Schema.flag("false: no new calls go there")))
        .risk(Risk.DISRUPTIVE)
        .summary(
            "Set load balancer destination {before.destination_id} {before.uri}: enabled"
                + " {enabled}.")
        .plans(
            "New calls follow at once; calls in progress are not touched.",
            "Nodes that share the module's cluster follow.")
        .params((arguments, before) -> {
          JsonObject params = new JsonObject();
          params.add("destination_id", before.get("destination_id"));
          params.addProperty("new_status", arguments.flag("enabled", true) ? 1 : 0);
          return params;
        })
        .understands(params ->
            params.has("new_status")
                ? sent(
                    params, "enabled", new JsonPrimitive(Json.number(params, "new_status", 0) != 0))
                : Optional.empty())
        .state(BalancerTarget::status)
        .mustExist(LOOK)
        .proof((arguments, after) ->
            Json.text(after, "enabled").equals("yes") == arguments.flag("enabled", true))
        .inverse((arguments, before) -> {
          boolean on = Json.text(before, "enabled").equals("yes");
          // Off by a failed ping is neither of the two states that the command can set.
          if (on != Json.text(before, "auto_reenable").equals("on")) {
            return Optional.empty();
          }
          JsonObject back = new JsonObject();
          back.add("destination_id", before.get("destination_id"));
          back.addProperty("enabled", on);
          return Optional.of(new Step("lb_set_status", back));
        })
        .noUndo("It was off by a failed ping, which no command sets; switch it by hand.")
        .examples(
            "Take load balancer destination 2 out of service",
            "Enable the lb target again",
            "Disable sip:203.0.113.20:5060 of group 1 in the load balancer")
        .aliases("lb_status")
        .tool();
  }

  /** {@return the arguments that a bare command's parameters stand for} */
  private static Optional<JsonObject> sent(
      JsonObject params, String argument, JsonPrimitive value) {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("destination_id", Json.number(params, "destination_id", -1));
    arguments.add(argument, value);
    return Optional.of(arguments);
  }

  private static Tool resize() {
    return Lever.change("lb_resize", TOOLSET, "Resize a load balancer target")
        .what("Resize one resource of a load balancer destination: its most calls at a time.")
        .useWhen("Use when a target may take more or fewer calls from now on.")
        .notFor("Not for on and off; use `lb_set_status`.")
        .effects(
            "Effects: in memory, for new calls; lost at lb_reload; calls in progress stay."
                + " Undo: change_revert sets the old capacity.")
        .returns("Returns the capacity before and after.")
        .sends("lb_resize", MODULE)
        .also("lb_list", MODULE)
        .local(ID)
        .local(GROUP)
        .local(URI)
        .local(
            Schema.required(
                "resource",
                Schema.text("Resource's name as lb_list shows it").longest(64).examples("pstn")))
        .local(
            Schema.required(
                "capacity", Schema.integer("Most calls at a time").between(0, 1_000_000)))
        .risk(Risk.REVERSIBLE)
        .summary(
            "Set the capacity of {resource} at load balancer destination"
                + " {before.destination_id} {before.uri} to {capacity}.")
        .plans("New calls count against the new capacity; calls in progress are not touched.")
        .params((arguments, before) -> {
          JsonObject params = new JsonObject();
          params.add("destination_id", before.get("destination_id"));
          params.addProperty("res_name", arguments.text("resource"));
          params.addProperty("new_capacity", arguments.integer("capacity", 0));
          return params;
        })
        .understands(params ->
            sent(params, "resource", new JsonPrimitive(Json.text(params, "res_name")))
                .map(arguments -> {
                  long capacity = Json.number(params, "new_capacity", 0);
                  arguments.addProperty("capacity", capacity);
                  return arguments;
                }))
        .state(BalancerTarget::capacity)
        .mustExist(LOOK)
        .proof((arguments, after) ->
            Json.number(after, "capacity", -1) == arguments.integer("capacity", 0))
        .inverse((arguments, before) -> {
          JsonObject back = new JsonObject();
          back.add("destination_id", before.get("destination_id"));
          back.addProperty("resource", arguments.text("resource"));
          back.add("capacity", before.get("capacity"));
          return Optional.of(new Step("lb_resize", back));
        })
        .examples(
            "Raise the pstn capacity of load balancer destination 1 to 40",
            "Halve how many calls the lb sends to 192.0.2.20",
            "Change the max load of a resource")
        .tool();
  }

  private static Tool reload() {
    return Lever.change("lb_reload", TOOLSET, "Reload the load balancer")
        .what("Reload the load balancer's destinations from its database table.")
        .useWhen("Use when rows of table load_balancer changed and shall become active.")
        .notFor("Not for several modules at once; use `reload_tables`.")
        .effects(
            "Effects: new calls follow the table; on and off are kept, resizes are lost, calls"
                + " in progress stay. Undo: none, what was in memory is kept nowhere.")
        .returns("Returns how many destinations there were before and are after.")
        .sends("lb_reload", MODULE)
        .also("lb_list", MODULE)
        .risk(Risk.REVERSIBLE)
        .summary("Reload the load balancer's destinations from the database.")
        .plans("Rows added to the table become active; rows gone from it stop getting calls.")
        .state(Counts.of("lb_list", States.nothing(), "Destinations[]", "destinations"))
        .noUndo("Nothing takes it back: the node keeps no copy of what it replaces.")
        .examples(
            "Reload the load balancer",
            "Activate the new row of table load_balancer",
            "Make lb destinations from the database take effect")
        .tool();
  }
}
