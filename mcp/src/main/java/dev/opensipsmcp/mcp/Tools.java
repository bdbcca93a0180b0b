package dev.opensipsmcp.mcp;

import com.google.gson.JsonObject;
import java.util.List;

/** The tools that a host offers. */
public interface Tools {

  /**
   * The tools that this caller may see, in a stable order. The protocol core pages them.
   *
   * @param caller who asks
   * @return definitions as {@code tools/list} has them: name, title, description, inputSchema,
   *     outputSchema, annotations
   */
  List<JsonObject> list(Caller caller);

  /**
   * Runs a tool.
   *
   * @param name the tool
   * @param arguments as the client sent them
   * @param exchange the request
   * @return the result; an unknown tool is a {@link Reply.Fault} with {@link
   *     RpcError#INVALID_PARAMS}
   */
  Reply<ToolResult> call(String name, JsonObject arguments, Exchange exchange);
}
