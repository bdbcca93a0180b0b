package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import java.util.List;
import java.util.Optional;

/** The tool {@code b2b_trigger_scenario}. */
final class B2bTriggerScenario implements Work.Change {

  private B2bTriggerScenario() {}

  static Tool tool() {
    return new Tool(
        "b2b_trigger_scenario",
        "b2b",
        "Start a B2B scenario",
        new Description(
            "Trigger a b2b_logic scenario: the node calls two parties and joins them.",
            "Use when two SIP addresses are to be connected.",
            Optional.of("Not for a running session; use `b2b_bridge`."),
            Optional.of("Effects: two phones ring, in memory only; undo with b2b_terminate."),
            "Returns the new session."),
        new Demand(Scope.MI_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            Schema.optional("scenario_id", Schema.text("Scenario (needed)")),
            Schema.optional(
                "entity1",
                Schema.text("Called first (needed): id,sip:uri[,display name]")
                    .examples("client1,sip:alice@example.com")),
            Schema.optional("entity2", Schema.text("Joined with it (needed)")),
            Schema.optional("context", Schema.list("Scenario values", Schema.text("key=value"))),
            Schema.optional("custom_hdrs", Schema.text("Refused: not in MI")),
            Schema.optional("params", Schema.text("Refused: give entities"))),
        Session.schema(),
        new Needs(List.of("b2b_trigger_scenario", "b2b_list"), List.of("b2b_logic")),
        List.of(
            "Start the click-to-call scenario between alice and bob",
            "Call two numbers and connect them through the B2BUA",
            "Trigger the marketing scenario for this customer"),
        List.of(),
        new B2bTriggerScenario());
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (ScenarioOrder.of(arguments)) {
      case ScenarioOrder.Wrong(Outcome.Failure failure) -> new Plan.Refused(failure);
      case ScenarioOrder.Clear order ->
          switch (B2bReader.ofScenario(ports.mi(), order.scenario())) {
            case MiResult.Failure<List<Session>>(MiError error) ->
                new Plan.Refused(Outcome.Failure.of(error));
            case MiResult.Success<List<Session>>(List<Session> running) ->
                ready(order, running.size());
          };
    };
  }

  private static Plan ready(ScenarioOrder.Clear order, int running) {
    JsonObject shown = new JsonObject();
    shown.addProperty("sessions_of_this_scenario", running);
    return new Plan.Ready(
        "Call "
            + order.first().uri()
            + " and "
            + order.second().uri()
            + " from the node and join them in scenario "
            + order.scenario()
            + ".",
        order.params(),
        shown,
        List.of(
            order.first().uri() + " is called; when it answers, " + order.second().uri() + " is.",
            "A new B2B session appears; no other call is touched.",
            "MI does not tell whether the node's script knows this scenario."),
        "End the new session with b2b_terminate; that the phones rang stays.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (ScenarioOrder.of(arguments)) {
      case ScenarioOrder.Wrong(Outcome.Failure failure) -> failure;
      case ScenarioOrder.Clear order ->
          switch (B2bReader.ofScenario(ports.mi(), order.scenario())) {
            case MiResult.Failure<List<Session>>(MiError error) -> Outcome.Failure.of(error);
            case MiResult.Success<List<Session>>(List<Session> before) ->
                start(order, before, ports);
          };
    };
  }

  private static Outcome start(ScenarioOrder.Clear order, List<Session> before, WritePorts ports) {
    return switch (ports.miWrites().write("b2b_trigger_scenario", order.params())) {
      case MiResult.Success<JsonElement> _ -> NewSession.of(order, before, ports);
      case MiResult.Failure<JsonElement>(MiError.Refused refused) when refused.status() == 500 ->
          new Outcome.Failure(
              refused.code(),
              refused.cause(),
              "Check that b2b_logic's parameter server_address is set, and read the node's log.");
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
    };
  }
}
