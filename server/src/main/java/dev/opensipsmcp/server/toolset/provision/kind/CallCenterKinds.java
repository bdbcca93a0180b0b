package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;

/** Agents and flows of call centers. */
final class CallCenterKinds {
  private static final int DAY = 86_400;
  private static final int CHATS = 1_000;

  private CallCenterKinds() {}

  static Entity agent() {
    return Entity.of("cc_agent", "platform", "cc_agents", "call_center")
        .is("call center agent", "call center agents", "somebody who answers calls of flows")
        .key("agentid")
        .needs("agentid", "Its name")
        .needs("skills", "Skills, with commas; flows that need one send calls")
        .text("location", "SIP URI where calls go; needed, on SQLite with msrp_location")
        .text("msrp_location", "SIP URI where chats go; see location")
        .number("logstate", "1 logged in, 0 not", 0, 1)
        .more()
        .number("wrapup_time", "Seconds of rest after a call; the module's when 0", 0, DAY)
        .number("msrp_max_sessions", "Chats at a time", 0, CHATS)
        .provenBy(
            RowProof.of("cc_list_agents", "Agents[]", "id", "agentid")
                .showing("Loged in", "logstate")
                .words("logstate", "0", "NO", "1", "YES"))
        .namedIn(Reference.offered("cc_flows", "skill", "skills"))
        .asked(
            Verb.LIST,
            "Which call center agents are stored?",
            "List the rows of table cc_agents",
            "Show stored agents with their skills")
        .asked(
            Verb.GET,
            "Show the stored call center agent alice",
            "Get one agent row of the call center from the database",
            "Which skills are stored for agent number 5?")
        .asked(
            Verb.CREATE,
            "Create a call center agent alice with skill sales",
            "Add an agent to the call center database",
            "Store a new agent and the skills that he has")
        .asked(
            Verb.UPDATE,
            "Change the skills of a stored call center agent",
            "Update the location of agent alice in the database",
            "Give a call center agent a longer wrapup time")
        .asked(
            Verb.DELETE,
            "Delete the call center agent alice",
            "Remove an agent from table cc_agents",
            "Take an agent out of the call center for good")
        .entity();
  }

  static Entity flow() {
    return Entity.of("cc_flow", "platform", "cc_flows", "call_center")
        .is("call center flow", "call center flows", "a queue and the skill that its agents need")
        .key("flowid")
        .needs("flowid", "Its name")
        .needs("skill", "Skill that an agent must have to get its calls")
        .needs("message_queue", "SIP URI of the waiting music, which must never end")
        .number("priority", "0 is served first", 0, Integer.MAX_VALUE)
        .more()
        .text("message_welcome", "SIP URI of what is played first")
        .number("max_wrapup_time", "Most seconds of an agent's rest; 0 no limit", 0, DAY)
        .text("prependcid", "Put before the caller's name that agents see")
        .text("message_dissuading", "SIP URI where calls go when a threshold is passed")
        .text("message_flow_id", "SIP URI that says the flow's name to the agent")
        .number("dissuading_hangup", "1 ends the call after message_dissuading, 0 not", 0, 1)
        .number("dissuading_onhold_th", "Seconds of waiting until diverted; 0 never", 0, DAY)
        .number("dissuading_ewt_th", "Expected seconds of waiting that divert; 0 never", 0, DAY)
        .number("dissuading_qsize_th", "Waiting calls that divert the next; 0 never", 0, 1_000_000)
        .provenBy(RowProof.of("cc_list_flows", "Flows[]", "id", "flowid"))
        .asked(
            Verb.LIST,
            "Which call center flows are stored?",
            "List the rows of table cc_flows",
            "Show stored flows with the skill that they need")
        .asked(
            Verb.GET,
            "Show the stored call center flow support",
            "Get one flow row of the call center from the database",
            "Which welcome message is stored for flow number 2?")
        .asked(
            Verb.CREATE,
            "Create a call center flow support",
            "Add a flow with its waiting music to the call center",
            "Store a new queue that needs skill sales")
        .asked(
            Verb.UPDATE,
            "Change the priority of a stored call center flow",
            "Update the waiting music of a flow in the database",
            "Give a call center flow a limit for waiting calls")
        .asked(
            Verb.DELETE,
            "Delete the call center flow support",
            "Remove a flow from table cc_flows",
            "Take a queue out of the call center for good")
        .entity();
  }
}
