package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import java.util.function.BiFunction;

/**
 * Answers with what a node answered, or what is made of it.
 *
 * @param command the MI command
 * @param wire what it is sent
 * @param made makes the result of the answer
 */
record ValueWork(String command, Wire wire, BiFunction<Arguments, JsonElement, Outcome> made)
    implements Work.Read {

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read(command, wire.params(arguments))) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> made.apply(arguments, answer);
    };
  }
}
