package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Changes something by one MI command: reads the target, sends the command, reads the target again.
 *
 * @param tool the tool's name
 * @param command the MI command
 * @param wire what it is sent, when that does not depend on the target
 * @param params what it is sent
 * @param understood the arguments that sent parameters stand for, where {@code params} makes them
 * @param summary what will happen, with {@code {argument}} in place of values
 * @param effects what will be different
 * @param noUndo why nothing takes it back, or how a person does
 * @param state reads the target
 * @param inverse the call that takes it back
 * @param missing where a target can be found when there is none like this; empty when a missing one
 *     is no fault
 * @param proof whether the state afterwards shows the change
 */
record LeverWork(
    String tool,
    String command,
    Wire wire,
    Optional<BiFunction<Arguments, JsonObject, JsonObject>> params,
    Optional<Function<JsonObject, Optional<JsonObject>>> understood,
    String summary,
    List<String> effects,
    String noUndo,
    Optional<StateRead> state,
    Inverse inverse,
    Optional<String> missing,
    BiPredicate<Arguments, JsonObject> proof)
    implements CommandWork {
  private static final int LOOKS = 10;
  private static final long PAUSE_MS = 100;

  @Override
  public Optional<JsonObject> arguments(JsonObject sent) {
    return understood.isPresent()
        ? understood.get().apply(sent)
        : params.isPresent() ? Optional.empty() : wire.arguments(sent);
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return state.isPresent()
        ? state.get().read(arguments, ports)
        : new MiResult.Success<>(new JsonObject());
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (state(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<JsonObject>(JsonObject before)
          when missing.isPresent() && !States.exists(before) ->
          new Plan.Refused(
              ToolError.TARGET_NOT_FOUND.failure(
                  "The node has no such target for " + tool + ".", missing.get()));
      case MiResult.Success<JsonObject>(JsonObject before) -> ready(arguments, before);
    };
  }

  private Plan ready(Arguments arguments, JsonObject before) {
    JsonObject target = new JsonObject();
    target.addProperty("command", command);
    target.add("params", params(arguments, before));
    target.add("before", before);
    Optional<Step> back = state.isPresent() ? inverse.of(arguments, before) : Optional.empty();
    return new Plan.Ready(
        Placeholders.fill(summary, arguments, before),
        target,
        new JsonObject(),
        effects,
        back.map(step -> "change_revert with this change's ID, which calls " + step.tool() + ".")
            .orElse(noUndo),
        back.map(step -> new Restore(before, new Step(tool, arguments.json().deepCopy()), step)));
  }

  private JsonObject params(Arguments arguments, JsonObject before) {
    return params.isPresent() ? params.get().apply(arguments, before) : wire.params(arguments);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonObject before = plan.target().getAsJsonObject("before");
    return switch (ports.miWrites().write(command, plan.target().getAsJsonObject("params"))) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) when state.isEmpty() ->
          new Outcome.Value(result(answer, Optional.empty(), Optional.empty()));
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          proven(answer, before, arguments, ports);
    };
  }

  private Outcome proven(
      JsonElement answer, JsonObject before, Arguments arguments, WritePorts ports) {
    return switch (afterwards(arguments, ports)) {
      case MiResult.Failure<JsonObject>(MiError error) ->
          new Outcome.Value(
              result(answer, Optional.of(before), Optional.empty()),
              List.of("The node accepted it, but could not be read again: " + error.cause()));
      case MiResult.Success<JsonObject>(JsonObject after) when !proof.test(arguments, after) ->
          ToolError.NOT_PROVEN.failure(
              "The node accepted " + command + ", but shows " + after + " afterwards.",
              missing.orElse("Read the target again before doing anything else."));
      case MiResult.Success<JsonObject>(JsonObject after) ->
          new Outcome.Value(result(answer, Optional.of(before), Optional.of(after)));
    };
  }

  /**
   * A node may accept what only a phone's or another process's answer completes; waits a second.
   */
  private MiResult<JsonObject> afterwards(Arguments arguments, WritePorts ports) {
    MiResult<JsonObject> now = state(arguments, ports);
    for (int look = 1; look < LOOKS && unproven(now, arguments); look++) {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return now;
      }
      now = state(arguments, ports);
    }
    return now;
  }

  private boolean unproven(MiResult<JsonObject> now, Arguments arguments) {
    return now instanceof MiResult.Success<JsonObject>(JsonObject after)
        && !proof.test(arguments, after);
  }

  private static JsonObject result(
      JsonElement answer, Optional<JsonObject> before, Optional<JsonObject> after) {
    JsonObject result = new JsonObject();
    result.add("answer", answer);
    before.ifPresent(state -> result.add("before", state));
    after.ifPresent(state -> result.add("after", state));
    return result;
  }
}
