package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Changes what also moves by itself, a counter for example. An approval holds though it moves, and
 * nothing takes the change back.
 *
 * @param tool the tool's name
 * @param command the MI command
 * @param wire what it is sent
 * @param summary what will happen, with {@code {argument}} in place of values
 * @param effects what will be different
 * @param noUndo why nothing takes it back
 * @param state reads the target
 * @param missing where a target can be found when there is none like this
 * @param proof whether the state afterwards shows the change
 */
record MovingWork(
    String tool,
    String command,
    Wire wire,
    String summary,
    List<String> effects,
    String noUndo,
    StateRead state,
    Optional<String> missing,
    BiPredicate<Arguments, JsonObject> proof)
    implements Work.Change {

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (state.read(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<JsonObject>(JsonObject before)
          when missing.isPresent() && !States.exists(before) ->
          new Plan.Refused(
              ToolError.TARGET_NOT_FOUND.failure(
                  "The node has no such target for " + tool + ".", missing.get()));
      case MiResult.Success<JsonObject>(JsonObject before) -> {
        JsonObject target = new JsonObject();
        target.addProperty("command", command);
        target.add("params", wire.params(arguments));
        JsonObject shown = new JsonObject();
        shown.add("before", before);
        yield new Plan.Ready(
            Placeholders.fill(summary, arguments, before), target, shown, effects, noUndo);
      }
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (ports.miWrites().write(command, plan.target().getAsJsonObject("params"))) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          seen(answer, plan, arguments, ports);
    };
  }

  private Outcome seen(JsonElement answer, Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonObject result = new JsonObject();
    result.add("answer", answer);
    result.add("before", plan.shown().getAsJsonObject("before"));
    return switch (state.read(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Outcome.Value(
              result,
              List.of("The node accepted it, but could not be read again: " + error.cause()));
      case MiResult.Success<JsonObject>(JsonObject after) when !proof.test(arguments, after) ->
          ToolError.NOT_PROVEN.failure(
              "The node accepted " + command + ", but shows " + after + " afterwards.",
              missing.orElse("Read the target again before doing anything else."));
      case MiResult.Success<JsonObject>(JsonObject after) -> {
        result.add("after", after);
        yield new Outcome.Value(result);
      }
    };
  }
}
