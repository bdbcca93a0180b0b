package dev.opensipsmcp.server.toolset.transaction;

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

/**
 * A reply by transaction ID that does not end the node. A final reply to a call that module dialog
 * follows ends OpenSIPS 3.6.8 and 4.0.1 by a segmentation fault, all processes of it; provisional
 * ones, and calls without a dialog, are fine (tried on both). A transaction's ID does not tell
 * whether it has a dialog, so no final reply is sent where the module is loaded.
 *
 * @param work sends the reply
 */
record SafeReply(Work.Reversible work) implements Work.Reversible {
  private static final int FINAL = 200;

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    if (arguments.integer("code", 0) < FINAL) {
      return work.plan(arguments, ports);
    }
    JsonObject first = new JsonObject();
    first.addProperty("index", 0);
    first.addProperty("counter", 1);
    return switch (ports.mi().read("dlg_list", first)) {
      case MiResult.Failure<JsonElement>(MiError.NoSuchCommand _) -> work.plan(arguments, ports);
      case MiResult.Failure<JsonElement>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<JsonElement> _ ->
          new Plan.Refused(
              ToolError.KNOWN_CRASH.failure(
                  "A final reply by transaction ID ends OpenSIPS when module dialog follows the"
                      + " call, and this node has that module.",
                  "Stop a ringing call with transaction_cancel, or end a call with dlg_end."));
    };
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
