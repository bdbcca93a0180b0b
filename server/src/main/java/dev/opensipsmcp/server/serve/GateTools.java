package dev.opensipsmcp.server.serve;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.ResourceLink;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.ToolResult;
import dev.opensipsmcp.mcp.Tools;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.render.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The tools as the protocol sees them. Every call goes to the gate and nowhere else. */
final class GateTools implements Tools {
  private final Gate gate;
  private final List<Tool> listed;
  private final Principals principals;
  private final Nodes nodes;

  /**
   * Makes the port.
   *
   * @param gate takes every call
   * @param listed the toolsets that are listed; the gate knows the others too
   * @param principals gives callers their rights
   * @param nodes how many nodes there are to choose from
   */
  GateTools(Gate gate, List<Toolset> listed, Principals principals, Nodes nodes) {
    this.gate = gate;
    this.principals = principals;
    this.nodes = nodes;
    TreeMap<String, Tool> byName = new TreeMap<>();
    for (Toolset toolset : listed) {
      for (Tool tool : toolset.tools()) {
        byName.put(tool.name(), tool);
      }
    }
    this.listed = List.copyOf(byName.values());
  }

  @Override
  public List<JsonObject> list(Caller caller) {
    Rights rights = principals.of(caller);
    List<JsonObject> definitions = new ArrayList<>();
    for (Tool tool : listed) {
      if (rights.mayCall(tool)) {
        definitions.add(Definition.of(tool, nodes));
      }
    }
    return definitions;
  }

  @Override
  public Reply<ToolResult> call(String name, JsonObject arguments, Exchange exchange) {
    Invocation invocation =
        new Invocation(
            name,
            arguments,
            principals.of(exchange.caller()),
            exchange.caller().transport(),
            new ExchangeChannel(exchange));
    return switch (gate.pass(invocation)) {
      case GateReply.Done(JsonObject envelope, Optional<Attachment> attachment) ->
          new Reply.Complete<>(result(envelope, attachment));
      case GateReply.Failed failed -> new Reply.Complete<>(failure(failed));
      case GateReply.AskPerson question -> ApprovalForm.ask(question);
      case GateReply.NoSuchTool(String tool, List<String> nearest) ->
          new Reply.Fault<>(RpcError.of(RpcError.INVALID_PARAMS, unknown(tool, nearest)));
    };
  }

  private static ToolResult result(JsonObject envelope, Optional<Attachment> attachment) {
    ToolResult result = ToolResult.of(envelope.toString(), envelope);
    return attachment.flatMap(GateTools::link).map(result::linking).orElse(result);
  }

  private static Optional<ResourceLink> link(Attachment attachment) {
    return attachment
        .uri()
        .map(uri ->
            new ResourceLink(
                uri,
                attachment.name(),
                attachment.description(),
                attachment.mimeType(),
                attachment.size(),
                attachment.meta()));
  }

  /** A failed call is a result that the model reads, not a protocol error (SEP-1303). */
  private static ToolResult failure(GateReply.Failed failed) {
    return ToolResult.error(failed.code() + ": " + failed.cause() + " Next: " + failed.nextStep());
  }

  private static String unknown(String tool, List<String> nearest) {
    String message = "There is no tool '" + tool + "'.";
    return nearest.isEmpty()
        ? message + " tool_search finds one."
        : message + " Did you mean " + String.join(", ", nearest) + "?";
  }
}
