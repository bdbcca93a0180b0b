package dev.opensipsmcp.server.toolset.registration;

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
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;

/**
 * Switches one registration that the node holds elsewhere, or has it made again.
 *
 * @param tool the tool's name
 * @param command the MI command
 * @param enables whether it switches on or off; empty when it leaves that as it is
 * @param effect what will be different, for the plan
 */
record RegistrantChange(String tool, String command, Optional<Boolean> enables, String effect)
    implements Work.Reversible {

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return switch (Registrant.find(arguments, ports)) {
      case Registrant.Found.One(Registrant one) -> new MiResult.Success<>(one.state());
      case Registrant.Found.None _, Registrant.Found.Unknown _ ->
          new MiResult.Success<>(States.missing());
    };
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (Registrant.find(arguments, ports)) {
      case Registrant.Found.None(Outcome.Failure failure) -> new Plan.Refused(failure);
      case Registrant.Found.Unknown(Outcome.Failure failure) -> new Plan.Refused(failure);
      case Registrant.Found.One(Registrant one) when enables.isEmpty() && !one.enabled() ->
          new Plan.Refused(
              ToolError.TARGET_UNFIT.failure(
                  one.aor() + " is disabled; the node would say OK and do nothing.",
                  "Switch it on with uac_reg_enable, which registers it too."));
      case Registrant.Found.One(Registrant one) -> ready(one);
    };
  }

  private Plan ready(Registrant one) {
    JsonObject target = new JsonObject();
    target.addProperty("command", command);
    target.add("params", one.coordinates());
    target.add("before", one.state());
    JsonObject shown = new JsonObject();
    shown.add("state", one.row().get("state"));
    Optional<Restore> restore =
        enables.map(_ ->
            new Restore(
                one.state(),
                new Step(tool, one.coordinates()),
                new Step(one.enabled() ? "uac_reg_enable" : "uac_reg_disable", one.coordinates())));
    return new Plan.Ready(
        effect + ": " + one.aor() + " at " + one.registrar() + ".",
        target,
        shown,
        List.of(effect + "."),
        restore.isPresent() ? "change_revert with this change's ID." : "None is needed.",
        restore);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    JsonObject params = plan.target().getAsJsonObject("params");
    JsonObject result = new JsonObject();
    switch (ports.miWrites().write(command, params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> {
        return Outcome.Failure.of(error);
      }
      case MiResult.Success<JsonElement>(JsonElement answer) -> result.add("answer", answer);
    }
    result.add("before", plan.target().get("before"));
    return switch (Registrant.find(new Arguments(params), ports)) {
      case Registrant.Found.One(Registrant one)
          when enables.isPresent() && enables.get() != one.enabled() ->
          ToolError.NOT_PROVEN.failure(
              "The node accepted " + command + ", but shows enabled=" + one.enabled() + ".",
              "Look with uac_reg_list before doing anything else.");
      case Registrant.Found.One(Registrant one) -> {
        JsonObject after = one.state();
        after.add("state", one.row().get("state"));
        result.add("after", after);
        yield new Outcome.Value(result);
      }
      case Registrant.Found.None(Outcome.Failure failure) ->
          new Outcome.Value(result, List.of("Not found again: " + failure.cause()));
      case Registrant.Found.Unknown(Outcome.Failure failure) ->
          new Outcome.Value(result, List.of("Could not be read again: " + failure.cause()));
    };
  }
}
