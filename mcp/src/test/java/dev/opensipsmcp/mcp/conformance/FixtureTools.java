package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.ToolResult;
import dev.opensipsmcp.mcp.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fixture's tools by name. */
final class FixtureTools implements Tools {
  private final SortedMap<String, FixtureTool> tools = new TreeMap<>();

  FixtureTools(Runnable toolsChanged, Runnable promptsChanged) {
    List<FixtureTool> all = new ArrayList<>(ContentTools.all());
    all.addAll(NotifyingTools.all(toolsChanged, promptsChanged));
    all.addAll(AskingTools.all());
    all.addAll(InputTools.all());
    all.forEach(tool -> tools.put(tool.name(), tool));
  }

  @Override
  public List<JsonObject> list(Caller caller) {
    return tools.values().stream().map(FixtureTool::definition).toList();
  }

  @Override
  public Reply<ToolResult> call(String name, JsonObject arguments, Exchange exchange) {
    FixtureTool tool = tools.get(name);
    return tool == null
        ? new Reply.Fault<>(RpcError.of(RpcError.INVALID_PARAMS, "Unknown tool: " + name))
        : tool.handler().call(arguments, exchange);
  }
}
