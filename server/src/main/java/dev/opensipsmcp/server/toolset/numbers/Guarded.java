package dev.opensipsmcp.server.toolset.numbers;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A change that is refused where its target would make it do more than it says.
 *
 * @param work the change
 * @param fault why the target will not do; empty when it does
 */
record Guarded(
    Work.Reversible work, BiFunction<Arguments, JsonObject, Optional<Outcome.Failure>> fault)
    implements Work.Reversible {

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Plan plan = work.plan(arguments, ports);
    return plan instanceof Plan.Ready ready
        ? fault
            .apply(arguments, ready.target().getAsJsonObject("before"))
            .<Plan>map(Plan.Refused::new)
            .orElse(plan)
        : plan;
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return work.apply(plan, arguments, ports);
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return work.state(arguments, ports);
  }
}
