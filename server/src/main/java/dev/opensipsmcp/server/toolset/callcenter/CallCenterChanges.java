package dev.opensipsmcp.server.toolset.callcenter;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Map;
import java.util.Optional;

/** What can be changed in a call center at run time. */
final class CallCenterChanges {
  private static final String LOGGED_IN = "logged_in";
  private static final String DISPATCHING = "dispatching";
  private static final String RESULT =
      "Returns the node's answer, with the state before and after.";
  private static final Schema AGENT =
      Schema.text("The agent's ID, from cc_list_agents").longest(128).examples("carol");

  private CallCenterChanges() {}

  private static ChangeDraft change(String name, String title, String command) {
    return Lever.change(name, CallCenterToolset.NAME, title)
        .returns(RESULT)
        .sends(command, CallCenterToolset.MODULE);
  }

  static Tool login() {
    return change("cc_agent_login", "Agent login", "cc_agent_login")
        .what("Log a call center agent in or out.")
        .useWhen("Use when an agent starts, leaves, or forgot to log out.")
        .notFor("Not for seeing who is in; use `cc_list_agents`.")
        .effects(
            "Effects: in memory; a logged-out agent gets no further calls, a call in progress goes"
                + " on. Undo: the opposite state.")
        .also("cc_list_agents", CallCenterToolset.MODULE)
        .required("agent_id", AGENT)
        .required("state", Schema.integer("1 logs in, 0 logs out").between(0, 1))
        .risk(Risk.REVERSIBLE)
        .summary("Set the login of agent {agent_id} to {state} (1 in, 0 out).")
        .plans("The queue offers the agent calls only while logged in.")
        .state(
            States.row(
                "cc_list_agents",
                States.nothing(),
                "Agents[]",
                (row, arguments) -> row.text("id").equals(arguments.text("agent_id")),
                Map.of(LOGGED_IN, "Loged in")))
        .mustExist("Take an agent_id from cc_list_agents.")
        .proof((arguments, after) -> isIn(after) == (arguments.integer("state", 0) == 1))
        .inverse((arguments, before) -> {
          JsonObject back = arguments.json().deepCopy();
          back.addProperty("state", isIn(before) ? 1 : 0);
          return Optional.of(new Step("cc_agent_login", back));
        })
        .examples(
            "Log agent carol in to the call center",
            "Log out agent agentY, he went home",
            "Take agent dave off the queues")
        .tool();
  }

  private static boolean isIn(JsonObject state) {
    return Json.text(state, LOGGED_IN).equalsIgnoreCase("yes");
  }

  static Tool dispatchCall() {
    return change("cc_dispatch_call", "Dispatch a queued call", "cc_dispatch_call_to_agent")
        .what("Dispatch one waiting call to one agent.")
        .useWhen("Use when internal dispatching is off and a person decides who gets a call.")
        .notFor("Not for letting the node choose; use `cc_set_dispatching`.")
        .effects(
            "Effects: the call leaves the queue and rings that agent. Undone by nothing; the caller"
                + " can only be queued anew by calling again.")
        .also("cc_list_queue", CallCenterToolset.MODULE)
        .required("call_id", Schema.text("The call's ID, from cc_list_queue").longest(128))
        .required("agent_id", AGENT)
        .risk(Risk.DISRUPTIVE)
        .notIdempotent()
        .summary("Send the waiting call {call_id} to agent {agent_id}.")
        .plans("The call leaves the queue; the agent is rung at once.")
        .noUndo("A call that was handed out can't be queued again.")
        .state(
            States.row(
                "cc_list_queue",
                States.nothing(),
                "Calls[]",
                (row, arguments) -> row.text("id").equals(arguments.text("call_id")),
                Map.of("caller", "Caller username", "flow", "Flow")))
        .mustExist("Take a call_id from cc_list_queue.")
        .proof((_, after) -> !States.exists(after))
        .examples(
            "Give the first queued call to agent agentY",
            "Hand this waiting caller to dave by hand",
            "Dispatch call 118.0 to agentX")
        .tool();
  }

  static Tool setDispatching() {
    return change("cc_set_dispatching", "Internal dispatching", "cc_internal_call_dispatching")
        .what("Set whether the node itself dispatches queued calls to agents.")
        .useWhen("Use when an outside program, or a person, is to hand out the calls, or no more.")
        .notFor("Not for one call; use `cc_dispatch_call`.")
        .effects(
            "Effects: in memory; while off, waiting calls stay queued until somebody dispatches"
                + " them. Undo: the old value.")
        .required("internal", DISPATCHING, Schema.flag("true: the node dispatches"))
        .risk(Risk.DISRUPTIVE)
        .summary("Set internal dispatching to {internal}.")
        .plans("Queued calls are handed out by the node only while it is on.")
        .state(States.made("cc_internal_call_dispatching", (_, answer) -> internal(answer)))
        .proof((arguments, after) ->
            after.get("internal").getAsBoolean() == arguments.flag("internal", true))
        .inverseSets("internal", "internal")
        .aliases("cc_dispatching")
        .examples(
            "Stop the call center from dispatching calls itself",
            "Turn internal call dispatching back on",
            "Switch to external dispatching of queued calls")
        .tool();
  }

  private static JsonObject internal(JsonElement answer) {
    JsonObject state = new JsonObject();
    long set = Json.number(Json.asObject(answer), DISPATCHING, 0);
    state.addProperty("internal", set != 0);
    return state;
  }

  static Tool reload() {
    return change("cc_reload", "Reload agents and flows", "cc_reload")
        .what("Reload call center agents and flows from the database.")
        .useWhen("Use when their tables were changed.")
        .notFor("Not for logins; use `cc_agent_login`.")
        .effects(
            "Effects: replaces flows and agents in memory; calls in progress go on. Undo: put the"
                + " rows back and reload again.")
        .also("cc_list_agents", CallCenterToolset.MODULE)
        .also("cc_list_flows", CallCenterToolset.MODULE)
        .risk(Risk.REVERSIBLE)
        .summary("Reload agents and flows from the database.")
        .plans("Rows that were added or taken away show in the lists.")
        .noUndo("Put the old rows back into the database and reload again.")
        .state(
            States.joined(
                States.made("cc_list_agents", (_, answer) -> ids(answer, "Agents", "agents")),
                States.made("cc_list_flows", (_, answer) -> ids(answer, "Flows", "flows"))))
        .aliases("cc_reload_tool")
        .examples(
            "Reload the call center tables",
            "I added an agent to the database, make the node see it",
            "Refresh the flows of the call center")
        .tool();
  }

  /** Sorted, since a login moves an agent within the node's list. */
  private static JsonObject ids(JsonElement answer, String list, String name) {
    JsonArray ids = new JsonArray();
    Json.list(Json.asObject(answer), list).asList().stream()
        .map(row -> Json.text(Json.asObject(row), "id"))
        .sorted()
        .forEach(ids::add);
    JsonObject json = new JsonObject();
    json.add(name, ids);
    return json;
  }

  static Tool resetStats() {
    return change("cc_reset_stats", "Reset call center figures", "cc_reset_stats")
        .what("Reset the counters and averages of flows and agents to zero.")
        .useWhen("Use when a new shift or a measurement begins.")
        .notFor("Not for agents or flows themselves; use `cc_reload`.")
        .effects(
            "Effects: the figures in memory start from zero; calls go on. The old figures are lost;"
                + " not undoable.")
        .also("cc_list_flows", CallCenterToolset.MODULE)
        .risk(Risk.DESTRUCTIVE)
        .summary("Reset all call center figures.")
        .plans("Counters and averages of flows and agents become zero.")
        .noUndo("The old figures can't be brought back; the plan shows those of the flows.")
        .moving(States.made("cc_list_flows", (_, answer) -> counted(answer)))
        .examples(
            "Reset the call center statistics",
            "Zero the flow and agent counters for the new shift",
            "Clear the average call durations of the queues")
        .tool();
  }

  private static JsonObject counted(JsonElement answer) {
    JsonObject state = new JsonObject();
    for (JsonElement element : Json.list(Json.asObject(answer), "Flows")) {
      JsonObject flow = Json.asObject(element);
      JsonObject figures = new JsonObject();
      figures.addProperty("processed_calls", Json.number(flow, "Processed Calls", 0));
      figures.addProperty("avg_call_s", Json.number(flow, "Avg Call Duration", 0));
      state.add(Json.text(flow, "id"), figures);
    }
    return state;
  }
}
