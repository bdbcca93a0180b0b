package dev.opensipsmcp.server.toolset.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/** What beginning and ending a subscription have in common. */
abstract class SubscriptionWork implements Work.Reversible {
  private final String tool;
  final EventEars ears;

  SubscriptionWork(String tool, EventEars ears) {
    this.tool = tool;
    this.ears = ears;
  }

  @Override
  public final MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return Target.of(arguments, ports, ears).state(ports);
  }

  @Override
  public final Plan plan(Arguments arguments, ReadPorts ports) {
    Target target = Target.of(arguments, ports, ears);
    return switch (target.state(ports)) {
      case MiResult.Failure<JsonObject>(MiError error) when Target.unknownEvent(error) ->
          new Plan.Refused(
              ToolError.TARGET_NOT_FOUND.failure(
                  "The node has no event " + target.event() + ".",
                  "Take a name of event_list; an event exists while its module is loaded."));
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<JsonObject>(JsonObject before) -> ready(target, arguments, before);
    };
  }

  private Plan ready(Target target, Arguments arguments, JsonObject before) {
    Optional<Outcome.Failure> refused = refused(target, arguments, before);
    if (refused.isPresent()) {
      return new Plan.Refused(refused.get());
    }
    JsonObject relied = target.arguments();
    relied.add("before", before);
    Optional<Step> back = inverse(target, before);
    return new Plan.Ready(
        summary(target, before),
        relied,
        new JsonObject(),
        effects(target),
        back.map(step -> "change_revert with this change's ID, which calls " + step.tool() + ".")
            .orElse("Nothing is to be undone: no call brings back what was before."),
        back.map(step -> new Restore(before, new Step(tool, arguments.json().deepCopy()), step)));
  }

  abstract Optional<Outcome.Failure> refused(Target target, Arguments arguments, JsonObject before);

  abstract Optional<Step> inverse(Target target, JsonObject before);

  abstract String summary(Target target, JsonObject before);

  abstract List<String> effects(Target target);

  /** Sends the subscription. */
  static MiResult<JsonElement> send(String event, String socket, long expire, WritePorts ports) {
    JsonObject params = new JsonObject();
    params.addProperty(Target.EVENT, event);
    params.addProperty(Target.SOCKET, socket);
    params.addProperty(Target.EXPIRE, expire);
    return ports.miWrites().write("event_subscribe", params);
  }

  /** The answer, and the state before and read again. */
  Outcome proven(
      Plan.Ready plan, Target target, JsonObject result, boolean wanted, WritePorts ports) {
    result.add("before", plan.target().get("before"));
    return switch (target.state(ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Outcome.Value(
              result, List.of("The node took it, but could not be read again: " + error.cause()));
      case MiResult.Success<JsonObject>(JsonObject after) -> {
        result.add("after", after);
        yield Target.subscribed(after) == wanted
            ? new Outcome.Value(result)
            : new Outcome.Value(
                result,
                List.of(
                    "The node took it, but does not list it so: some transports are listed in"
                        + " another form than they were given in"));
      }
    };
  }
}
