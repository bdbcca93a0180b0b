package dev.opensipsmcp.server.gate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.tool.MiWrites;
import java.util.List;

/**
 * Lets through to a node what the call passed the gate for: no command that is riskier than the
 * policy was asked about, and none that needs a scope the caller lacks.
 */
final class NodeWrites implements MiWrites {
  private final Call call;
  private final NodeReads reads;
  private final MiClassification classification;

  NodeWrites(Call call, NodeReads reads, MiClassification classification) {
    this.call = call;
    this.reads = reads;
    this.classification = classification;
  }

  @Override
  public MiResult<JsonElement> write(String command, JsonObject params) {
    return switch (reads.node()) {
      case MiResult.Failure<MiNode>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<MiNode>(MiNode node) -> {
        Demand demand = classification.demand(node.version(), command, params);
        boolean granted = call.invocation().rights().grants(demand.scope());
        yield granted && demand.risk().compareTo(call.demand().risk()) <= 0
            ? call.instance().client().call(MiRequest.write(command, params))
            : new MiResult.Failure<>(refused(command, demand));
      }
    };
  }

  private MiError refused(String command, Demand demand) {
    return new MiError.WrongArguments(
        command,
        List.of(),
        "MI command "
            + command
            + " is "
            + demand.risk().label()
            + " and needs "
            + demand.scope().label()
            + "; this call passed the gate for less.",
        "Use mi_execute, which asks for what the command needs.");
  }
}
