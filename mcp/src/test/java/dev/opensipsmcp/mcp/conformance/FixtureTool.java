package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.ToolResult;

/**
 * A tool of the fixture.
 *
 * @param name as the suite calls it
 * @param description for {@code tools/list}
 * @param inputSchema for {@code tools/list}
 * @param handler what it does
 */
record FixtureTool(String name, String description, JsonObject inputSchema, Handler handler) {

  /** What a tool does with a call. */
  @FunctionalInterface
  interface Handler {
    /** {@return the reply to a call with these arguments} */
    Reply<ToolResult> call(JsonObject arguments, Exchange exchange);
  }

  /** {@return a tool that takes no arguments} */
  static FixtureTool plain(String name, String description, Handler handler) {
    return new FixtureTool(
        name,
        description,
        Json.object("{'type':'object','properties':{},'additionalProperties':false}"),
        handler);
  }

  /** {@return the definition as {@code tools/list} has it} */
  JsonObject definition() {
    JsonObject definition = new JsonObject();
    definition.addProperty("name", name);
    definition.addProperty("description", description);
    definition.add("inputSchema", inputSchema);
    return definition;
  }
}
