package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.WritePorts;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change that first looks at its arguments for what a schema can't say: which of them go
 * together, for example.
 *
 * @param work the change
 * @param fault why the arguments will not do; empty when they do
 */
public record Checked(CommandWork work, Function<Arguments, Optional<Outcome.Failure>> fault)
    implements CommandWork {

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return fault
        .apply(arguments)
        .<Plan>map(Plan.Refused::new)
        .orElseGet(() -> work.plan(arguments, ports));
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return work.apply(plan, arguments, ports);
  }

  @Override
  public String command() {
    return work.command();
  }

  @Override
  public Optional<JsonObject> arguments(JsonObject sent) {
    return work.arguments(sent);
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return work.state(arguments, ports);
  }
}
