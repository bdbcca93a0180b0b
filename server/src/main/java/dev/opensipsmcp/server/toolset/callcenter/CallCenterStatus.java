package dev.opensipsmcp.server.toolset.callcenter;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tool {@code cc_status}: how the whole call center stands, in one reply. */
final class CallCenterStatus implements Work.Read {
  private static final int FLOWS = 50;

  private CallCenterStatus() {}

  static Tool tool() {
    return Lever.read("cc_status", CallCenterToolset.NAME, "Call center at a glance")
        .what("Tell how the call center stands: agents, flows, queue and dispatching.")
        .useWhen("Use when asked how the call center does right now, as a whole.")
        .notFor("Not for single agents; use `cc_list_agents`.")
        .returns("Returns one object: counts, the first 50 flows, and what looks wrong.")
        .sends("cc_list_agents", CallCenterToolset.MODULE)
        .also("cc_list_queue", CallCenterToolset.MODULE)
        .also("cc_list_flows", CallCenterToolset.MODULE)
        .also("cc_internal_call_dispatching", CallCenterToolset.MODULE)
        .answer(
            Schema.object(
                "The call center",
                Schema.required("agents", Schema.integer("Agents known")),
                Schema.required("logged_in", Schema.integer("Agents logged in")),
                Schema.required("free", Schema.integer("Agents logged in and free")),
                Schema.required("queued", Schema.integer("Calls waiting")),
                Schema.required("longest_wait_s", Schema.integer("Longest wait, seconds")),
                Schema.required(
                    "internal_dispatching", Schema.flag("Whether the node hands out the calls")),
                Schema.required(
                    "flows",
                    Schema.list(
                        "Flows",
                        Schema.object(
                            "One flow",
                            Schema.required("flow", Schema.text("Its ID")),
                            Schema.required("logged_agents", Schema.integer("Agents logged in")),
                            Schema.required(
                                "ongoing_calls", Schema.integer("Calls in it, waiting ones too")),
                            Schema.required("queued", Schema.integer("Calls waiting"))))),
                Schema.required("findings", Schema.texts("What looks wrong"))))
        .examples(
            "How is the call center doing?",
            "Give me an overview of agents, queues and flows",
            "Are callers stuck in the call center?")
        .tool(new CallCenterStatus());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Map<String, JsonObject> answers = new HashMap<>();
    for (String command :
        List.of(
            "cc_list_agents", "cc_list_queue", "cc_list_flows", "cc_internal_call_dispatching")) {
      switch (ports.mi().read(command, new JsonObject())) {
        case MiResult.Failure<JsonElement>(MiError error) -> {
          return Outcome.Failure.of(error);
        }
        case MiResult.Success<JsonElement>(JsonElement answer) ->
            answers.put(command, Json.asObject(answer));
      }
    }
    return new Outcome.Value(status(answers));
  }

  private static JsonObject status(Map<String, JsonObject> answers) {
    List<JsonObject> agents = rows(answers, "cc_list_agents", "Agents");
    List<JsonObject> queue = rows(answers, "cc_list_queue", "Calls");
    List<JsonObject> flows = rows(answers, "cc_list_flows", "Flows");
    boolean internal =
        Json.number(of(answers, "cc_internal_call_dispatching"), "dispatching", 0) != 0;
    long in = agents.stream().filter(CallCenterStatus::loggedIn).count();
    long free = agents.stream().filter(agent -> Json.text(agent, "State").equals("free")).count();
    long longest = queue.stream().mapToLong(c -> Json.number(c, "Waiting for", 0)).max().orElse(0);
    JsonObject json = new JsonObject();
    json.addProperty("agents", agents.size());
    json.addProperty("logged_in", in);
    json.addProperty("free", free);
    json.addProperty("queued", queue.size());
    json.addProperty("longest_wait_s", longest);
    json.addProperty("internal_dispatching", internal);
    List<JsonObject> shown = flows.stream().map(flow -> flow(flow, queue)).toList();
    json.add("flows", Json.list(shown.subList(0, Math.min(FLOWS, shown.size()))));
    json.add("findings", Json.texts(findings(shown, queue.size(), free, internal)));
    return json;
  }

  private static List<String> findings(
      List<JsonObject> flows, int queued, long free, boolean internal) {
    List<String> findings = new ArrayList<>();
    for (JsonObject flow : flows) {
      if (Json.number(flow, "queued", 0) > 0 && Json.number(flow, "logged_agents", 0) == 0) {
        findings.add(
            "Flow " + Json.text(flow, "flow") + " has waiting calls, but no agent is logged in.");
      }
    }
    if (queued > 0 && free > 0 && internal) {
      findings.add(
          "Calls wait although agents are free: skills may not match, or wrap-up has just ended.");
    }
    if (queued > 0 && !internal) {
      findings.add("Calls wait and internal dispatching is off: somebody must dispatch them.");
    }
    return findings;
  }

  private static JsonObject flow(JsonObject flow, List<JsonObject> queue) {
    String id = Json.text(flow, "id");
    JsonObject json = new JsonObject();
    json.addProperty("flow", id);
    json.addProperty("logged_agents", Json.number(flow, "Logged Agents", 0));
    json.addProperty("ongoing_calls", Json.number(flow, "Ongoing Calls", 0));
    json.addProperty(
        "queued", queue.stream().filter(call -> Json.text(call, "Flow").equals(id)).count());
    return json;
  }

  private static boolean loggedIn(JsonObject agent) {
    return Json.text(agent, "Loged in").equalsIgnoreCase("yes");
  }

  private static JsonObject of(Map<String, JsonObject> answers, String command) {
    return answers.getOrDefault(command, new JsonObject());
  }

  private static List<JsonObject> rows(
      Map<String, JsonObject> answers, String command, String list) {
    return Json.list(of(answers, command), list).asList().stream().map(Json::asObject).toList();
  }
}
