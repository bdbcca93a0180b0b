package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.event.EventBus;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flows, agents and waiting calls of module call_center. */
final class CallCenterCommands {

  private static final class Call {
    private final String id;
    private final String caller;
    private final String flow;
    private final long since;
    private String agent;

    Call(String id, String caller, String flow, long since, String agent) {
      this.id = id;
      this.caller = caller;
      this.flow = flow;
      this.since = since;
      this.agent = agent;
    }
  }

  private final Clock clock;
  private final EventBus events;
  private final CallCenterData data;
  private final List<Call> calls;
  private int dispatching = 1;

  CallCenterCommands(NodeState state) {
    this.clock = state.clock();
    this.events = state.events();
    this.data = new CallCenterData(state.tables());
    long now = clock.instant().getEpochSecond();
    calls =
        state.tables().fromOutside()
            ? List.of()
            : List.of(
                new Call("311.0", "+12025550171", "support", now - 188, "dave"),
                new Call("118.0", "+12025550172", "support", now - 74, ""),
                new Call("462.1", "+12025550173", "sales", now - 21, ""));
  }

  List<Command> all() {
    return List.of(
        Command.of("cc_reload", "call_center:reload", none -> reload()),
        Command.of("cc_agent_login", "call_center:agent_login", this::login),
        Command.of("cc_list_queue", "call_center:list_queue", none -> queue()),
        Command.of("cc_list_flows", "call_center:list_flows", none -> listFlows()),
        Command.of("cc_list_agents", "call_center:list_agents", none -> listAgents()),
        Command.of("cc_list_calls", "call_center:list_calls", none -> listCalls()),
        Command.of("cc_reset_stats", "call_center:reset_stats", none -> reset()),
        Command.of(
            "cc_dispatch_call_to_agent", "call_center:dispatch_call_to_agent", this::dispatch),
        Command.of(
            "cc_internal_call_dispatching",
            "call_center:internal_call_dispatching",
            this::dispatching));
  }

  private Outcome reload() {
    return Reading.again(data::load, Outcome.refuse(500, "Failed to reload"));
  }

  private Outcome login(Arguments arguments) {
    Optional<CallCenterData.Agent> agent = agent(arguments);
    boolean in = arguments.number("state") != 0;
    agent
        .filter(found -> found.in != in)
        .ifPresent(found -> {
          found.in = in;
          raise(found);
        });
    return agent.isPresent() ? Outcome.ok() : Outcome.refuse(404, "Agent not found");
  }

  private void raise(CallCenterData.Agent agent) {
    JsonObject params = new JsonObject();
    params.addProperty("agent_id", agent.id);
    params.addProperty("status", agent.in ? (agent.busy ? "incall" : "free") : "offline");
    events.raise("E_CALLCENTER_AGENT_REPORT", params);
  }

  private Outcome reset() {
    for (CallCenterData.Flow flow : data.flows()) {
      flow.averageSeconds = 0;
      flow.processed = 0;
    }
    return Outcome.ok();
  }

  private Outcome dispatching(Arguments arguments) {
    if (arguments.has("dispatching")) {
      dispatching = arguments.number("dispatching") == 0 ? 0 : 1;
    }
    JsonObject json = new JsonObject();
    json.addProperty("dispatching", dispatching);
    return Outcome.value(json);
  }

  private Outcome dispatch(Arguments arguments) {
    if (dispatching != 0) {
      return Outcome.refuse(403, "Internal dispatching is enabled");
    }
    Optional<CallCenterData.Agent> agent = agent(arguments);
    if (agent.isEmpty()) {
      return Outcome.refuse(404, "Agent not found");
    }
    if (!agent.get().in) {
      return Outcome.refuse(404, "Agent not logged in");
    }
    Optional<Call> call =
        waiting().stream().filter(one -> one.id.equals(arguments.text("call_id"))).findFirst();
    if (call.isEmpty()) {
      return Outcome.refuse(404, "Call not found");
    }
    if (!agent.get().skills.contains(data.skill(call.get().flow))) {
      return Outcome.refuse(488, "Agent has no skill for the call");
    }
    if (agent.get().busy) {
      return Outcome.refuse(488, "Agent is not free/audio enabled");
    }
    call.get().agent = agent.get().id;
    agent.get().busy = true;
    return Outcome.ok();
  }

  private Optional<CallCenterData.Agent> agent(Arguments arguments) {
    String id = arguments.text("agent_id");
    return data.agents().stream().filter(agent -> agent.id.equals(id)).findFirst();
  }

  private List<Call> waiting() {
    return calls.stream().filter(call -> call.agent.isEmpty()).toList();
  }

  private Outcome listFlows() {
    JsonArray list = new JsonArray();
    for (CallCenterData.Flow flow : data.flows()) {
      JsonObject json = new JsonObject();
      json.addProperty("id", flow.id);
      json.addProperty("Avg Call Duration", flow.averageSeconds);
      json.addProperty("Processed Calls", flow.processed);
      json.addProperty(
          "Logged Agents",
          data.agents().stream()
              .filter(agent -> agent.in && agent.skills.contains(flow.skill))
              .count());
      json.addProperty(
          "Ongoing Calls", calls.stream().filter(call -> call.flow.equals(flow.id)).count());
      json.addProperty("Ref Calls", calls.stream().filter(c -> c.flow.equals(flow.id)).count());
      list.add(json);
    }
    return under("Flows", list);
  }

  /** Those who are logged out come first, as on a real node, which keeps two lists. */
  private Outcome listAgents() {
    List<CallCenterData.Agent> ordered =
        new ArrayList<>(data.agents().stream().filter(agent -> !agent.in).toList());
    data.agents().stream().filter(agent -> agent.in).forEach(ordered::add);
    JsonArray list = new JsonArray();
    for (CallCenterData.Agent agent : ordered) {
      JsonObject json = new JsonObject();
      json.addProperty("id", agent.id);
      json.addProperty("Ref", agent.busy ? 1 : 0);
      json.addProperty("Loged in", agent.in ? "YES" : "NO");
      if (agent.in) {
        json.addProperty("State", agent.busy ? "incall" : "free");
      }
      list.add(json);
    }
    return under("Agents", list);
  }

  private Outcome listCalls() {
    JsonArray list = new JsonArray();
    for (Call call : calls) {
      JsonObject json = new JsonObject();
      json.addProperty("id", call.id);
      json.addProperty("Ref", 1);
      json.addProperty("State", call.agent.isEmpty() ? "queued" : "toagent");
      json.addProperty("Call Time", age(call));
      json.addProperty("Flow", call.flow);
      if (!call.agent.isEmpty()) {
        json.addProperty("Agent", call.agent);
      }
      list.add(json);
    }
    return under("Calls", list);
  }

  private Outcome queue() {
    JsonArray list = new JsonArray();
    for (Call call : waiting()) {
      JsonObject json = new JsonObject();
      json.addProperty("index", list.size());
      json.addProperty("id", call.id);
      json.addProperty("Media", "RTP");
      json.addProperty("Caller username", call.caller);
      json.addProperty("Caller display name", "");
      json.addProperty("Waiting for", age(call));
      json.addProperty("ETW", 60);
      json.addProperty("Flow", call.flow);
      data.flows().stream()
          .filter(flow -> flow.id.equals(call.flow))
          .forEach(flow -> json.addProperty("Priority", flow.priority));
      json.addProperty("Skill", data.skill(call.flow));
      list.add(json);
    }
    return under("Calls", list);
  }

  private long age(Call call) {
    return clock.instant().getEpochSecond() - call.since;
  }

  private static Outcome under(String name, JsonArray list) {
    JsonObject json = new JsonObject();
    json.add(name, list);
    return Outcome.value(json);
  }
}
