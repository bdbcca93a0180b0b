package dev.opensipsmcp.server.toolset.callcenter;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.ReadDraft;

/** The lists of a call center. */
final class CallCenterLists {
  private static final String PAGE = "Returns a page of rows.";

  private CallCenterLists() {}

  private static ReadDraft list(String name, String title, String command) {
    return Lever.read(name, CallCenterToolset.NAME, title)
        .returns(PAGE)
        .sends(command, CallCenterToolset.MODULE);
  }

  static Tool agents() {
    return list("cc_list_agents", "Call center agents", "cc_list_agents")
        .what("List call center agents with login and state.")
        .useWhen("Use when asked who is logged in, free, talking or in wrap-up.")
        .notFor("Not for waiting callers; use `cc_list_queue`.")
        .local(Schema.optional("agent", Schema.text("Part of the agent's ID")))
        .local(Schema.optional("state", Schema.text("One state, such as free or incall")))
        .rows("Agents[]")
        .column("agent_id", "id", Schema.text("The agent's ID"))
        .column("logged_in", "Loged in", Schema.flag("Whether the agent is logged in"))
        .column("state", "State", Schema.text("free, wrapup, incall or inchat; of logged-in ones"))
        .column("references", "Ref", Schema.integer("Calls that hold the agent"))
        .column("wrapup_ends_s", "Wrapup-ends", Schema.integer("Seconds of wrap-up left"))
        .column("chats", "Ongoing chats", Schema.integer("Chats in progress"))
        .column("free_chats", "Free chats", Schema.integer("Chats that can still be taken"))
        .filter(Filter.part("agent", "agent_id"))
        .filter(Filter.whole("state", "state"))
        .examples(
            "Which call center agents are logged in?",
            "Show the agents that are free",
            "Is agent carol in wrap-up?")
        .tool();
  }

  static Tool queue() {
    return list("cc_list_queue", "Callers waiting", "cc_list_queue")
        .what("List calls that wait in the call center's queue, first in line first.")
        .useWhen("Use when callers complain about waiting, or a queue grows.")
        .notFor("Not for calls that an agent has; use `cc_list_calls`.")
        .local(Schema.optional("flow", Schema.text("One flow's ID")))
        .rows("Calls[]")
        .column("position", "index", Schema.integer("Place in the queue, from 0"))
        .column("call_id", "id", Schema.text("For cc_dispatch_call"))
        .column("media", "Media", Schema.text("RTP (voice) or MSRP (chat)"))
        .column("caller", "Caller username", Schema.text("User part of the caller"))
        .column("caller_name", "Caller display name", Schema.text("Display name"))
        .column("waiting_s", "Waiting for", Schema.integer("Seconds in the queue"))
        .column("expected_wait_s", "ETW", Schema.integer("Estimated wait, seconds"))
        .column("flow", "Flow", Schema.text("Flow's ID"))
        .column("priority", "Priority", Schema.integer("Flow's priority"))
        .column("skill", "Skill", Schema.text("Skill that an agent needs"))
        .filter(Filter.whole("flow", "flow"))
        .examples(
            "Who is waiting in the queue?",
            "How long do callers to support wait right now?",
            "Show the queued calls of flow sales")
        .tool();
  }

  static Tool calls() {
    return list("cc_list_calls", "Call center calls", "cc_list_calls")
        .what("List all calls in the call center, waiting or with an agent.")
        .useWhen("Use when asked which agent has which call, or what state a call is in.")
        .notFor("Not for queue positions; use `cc_list_queue`.")
        .local(Schema.optional("agent", Schema.text("One agent's ID")))
        .local(Schema.optional("flow", Schema.text("One flow's ID")))
        .rows("Calls[]")
        .column("call_id", "id", Schema.text("The call's B2B ID"))
        .column("state", "State", Schema.text("welcome, queued, toagent, ended and the like"))
        .column("call_time_s", "Call Time", Schema.integer("Seconds since it came in"))
        .column("flow", "Flow", Schema.text("Flow's ID"))
        .column("agent", "Agent", Schema.text("The agent's ID, once there is one"))
        .column("references", "Ref", Schema.integer("Internal references"))
        .filter(Filter.whole("agent", "agent"))
        .filter(Filter.whole("flow", "flow"))
        .examples(
            "Which agent talks to whom in the call center?",
            "Show the call center's current calls",
            "What call does agent dave have?")
        .tool();
  }

  static Tool flows() {
    return list("cc_list_flows", "Call center flows", "cc_list_flows")
        .what("List call center flows with their agents and calls.")
        .useWhen("Use when asked how a flow is staffed or how many calls it processed.")
        .notFor("Not for the agents themselves; use `cc_list_agents`.")
        .local(Schema.optional("flow", Schema.text("Part of the flow's ID")))
        .rows("Flows[]")
        .column("flow", "id", Schema.text("Flow's ID"))
        .column("logged_agents", "Logged Agents", Schema.integer("Agents logged in to it"))
        .column("ongoing_calls", "Ongoing Calls", Schema.integer("Calls in it, waiting ones too"))
        .column("processed_calls", "Processed Calls", Schema.integer("Since the last reset"))
        .column("avg_call_s", "Avg Call Duration", Schema.integer("Mean call, seconds"))
        .column("references", "Ref Calls", Schema.integer("Calls that refer to it"))
        .filter(Filter.part("flow", "flow"))
        .examples(
            "How many agents serve each flow?",
            "Which flow processed the most calls?",
            "Show the average call duration per flow")
        .tool();
  }
}
