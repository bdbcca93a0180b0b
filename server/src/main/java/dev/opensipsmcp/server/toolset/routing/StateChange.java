package dev.opensipsmcp.server.toolset.routing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import java.util.Optional;

/**
 * Sets a dispatcher destination's state, which for probing takes more than one command. To a node
 * that command is a failed ping: the destination probes when as many as its {@code
 * probing_threshold} have failed (three unless configured), and an inactive one first becomes
 * active. So it is sent until the list shows the state. Seen on 3.6.8.
 *
 * @param once sets the state by one command
 */
record StateChange(CommandWork once) implements CommandWork {
  /** More failures than this nobody waits for before probing. */
  private static final int MOST = 20;

  private static final String PROBING = "probing";

  @Override
  public String command() {
    return once.command();
  }

  @Override
  public Optional<JsonObject> arguments(JsonObject params) {
    return once.arguments(params);
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return once.state(arguments, ports);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return once.plan(arguments, ports);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    if (!arguments.text("state").equals(PROBING)) {
      return once.apply(plan, arguments, ports);
    }
    JsonObject params = plan.target().getAsJsonObject("params");
    for (int sent = 1; sent <= MOST; sent++) {
      MiResult<JsonElement> answer = ports.miWrites().write("ds_set_state", params);
      if (answer instanceof MiResult.Failure<JsonElement>(MiError error)) {
        return sent == 1 ? Outcome.Failure.of(error) : halfway(sent, error.cause());
      }
      switch (state(arguments, ports)) {
        case MiResult.Failure<JsonObject>(MiError error) -> {
          return halfway(sent, error.cause());
        }
        case MiResult.Success<JsonObject>(JsonObject after)
            when Json.text(after, "state").equalsIgnoreCase(PROBING) -> {
          JsonObject result = new JsonObject();
          result.addProperty("answer", "OK");
          result.add("before", plan.target().get("before"));
          result.add("after", after);
          return new Outcome.Value(result);
        }
        case MiResult.Success<JsonObject> _ -> {}
      }
    }
    return halfway(MOST, "It is not probing yet.");
  }

  private static Outcome halfway(int sent, String why) {
    return ToolError.NOT_PROVEN.failure(
        "After " + sent + " times ds_set_state the destination may be active: " + why,
        "Look at its state with dispatcher_list.");
  }
}
