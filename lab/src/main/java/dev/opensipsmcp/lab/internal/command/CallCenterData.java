package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The flows and agents of module call_center, as read from their tables. */
final class CallCenterData {
  private static final String FLOWS = "cc_flows";
  private static final String AGENTS = "cc_agents";

  /** A line of callers. */
  static final class Flow {
    final String id;
    final int priority;
    final String skill;
    int averageSeconds;
    int processed;

    Flow(Row row) {
      this.id = row.text("flowid");
      this.priority = row.number("priority", 256);
      this.skill = row.text("skill");
    }
  }

  /** Somebody who answers. */
  static final class Agent {
    final String id;
    final List<String> skills;
    boolean in;
    boolean busy;

    Agent(Row row) {
      this.id = row.text("agentid");
      this.skills = Arrays.stream(row.text("skills").split(",", -1)).map(String::strip).toList();
      this.in = row.number("logstate") != 0;
    }
  }

  private final Tables tables;
  private List<Flow> flows = List.of();
  private List<Agent> agents = List.of();

  CallCenterData(Tables tables) {
    this.tables = tables;
    tables.seed(FLOWS, flow("1", "sales", "10"), flow("2", "support", "5"));
    tables.seed(
        AGENTS,
        agent("1", "agentX", "0", "sales"),
        agent("2", "carol", "0", "support"),
        agent("3", "agentY", "1", "support"),
        agent("4", "dave", "1", "support,sales"));
    load();
    if (!tables.fromOutside()) {
      flows.getLast().averageSeconds = 94;
      flows.getLast().processed = 37;
      agents.getLast().busy = true;
    }
    // Written since the node started: active after the next reload.
    tables.seed(FLOWS, flow("3", "billing", "20"));
    tables.seed(AGENTS, agent("5", "erin", "0", "billing"));
  }

  private static Row flow(String id, String name, String priority) {
    return Row.of(
        "id", id, "flowid", name, "priority", priority, "skill", name, "message_queue", "moh");
  }

  private static Row agent(String id, String name, String in, String skills) {
    return Row.of(
        "id", id,
        "agentid", name,
        "location", "sip:" + name + "@example.com",
        "logstate", in,
        "skills", skills);
  }

  /** What was known keeps its figures, and whether it talks; the table says who is logged in. */
  void load() {
    Map<String, List<Row>> read = tables.load(FLOWS, AGENTS);
    List<Flow> newFlows = new ArrayList<>();
    for (Row row : read.getOrDefault(FLOWS, List.of())) {
      Flow flow = new Flow(row);
      for (Flow old : flows) {
        if (old.id.equals(flow.id)) {
          flow.averageSeconds = old.averageSeconds;
          flow.processed = old.processed;
        }
      }
      newFlows.add(flow);
    }
    List<Agent> newAgents = new ArrayList<>();
    for (Row row : read.getOrDefault(AGENTS, List.of())) {
      Agent agent = new Agent(row);
      agents.stream()
          .filter(old -> old.id.equals(agent.id))
          .forEach(old -> agent.busy = old.busy && agent.in);
      newAgents.add(agent);
    }
    flows = newFlows;
    agents = newAgents;
  }

  List<Flow> flows() {
    return flows;
  }

  List<Agent> agents() {
    return agents;
  }

  /** {@return what an agent must be able to do to take calls of a flow} */
  String skill(String flow) {
    return flows.stream()
        .filter(one -> one.id.equals(flow))
        .map(one -> one.skill)
        .findFirst()
        .orElse(flow);
  }
}
