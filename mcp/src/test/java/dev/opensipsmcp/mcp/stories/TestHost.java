package dev.opensipsmcp.mcp.stories;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Host;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.McpServer;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.ServerInfo;
import dev.opensipsmcp.mcp.StateKey;
import dev.opensipsmcp.mcp.ToolResult;
import dev.opensipsmcp.mcp.Tools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A host whose tools a test writes down where it needs them. */
final class TestHost implements Tools {
  static final Limits LIMITS = new Limits(64 << 10, 8, 3, Duration.ofSeconds(30));

  interface Handler {
    Reply<ToolResult> call(JsonObject arguments, Exchange exchange) throws InterruptedException;
  }

  private final Map<String, Handler> tools = new TreeMap<>();

  TestHost tool(String name, Handler handler) {
    tools.put(name, handler);
    return this;
  }

  McpServer server() {
    return server(LIMITS);
  }

  McpServer server(Limits limits) {
    ServerInfo info = new ServerInfo("test", "Test host", "1.2.3", "Be kind.");
    Host host =
        new Host(info, this, new TestResources(), new TestPrompts(), TestPrompts::completions);
    return McpServer.of(host, limits, StateKey.of(new byte[32]));
  }

  @Override
  public List<JsonObject> list(Caller caller) {
    List<JsonObject> list = new ArrayList<>();
    tools.keySet().forEach(name -> list.add(named("name", name)));
    return list;
  }

  @Override
  public Reply<ToolResult> call(String name, JsonObject arguments, Exchange exchange) {
    Handler handler = tools.get(name);
    if (handler == null) {
      return new Reply.Fault<>(RpcError.of(RpcError.INVALID_PARAMS, "Unknown tool: " + name + "."));
    }
    try {
      return handler.call(arguments, exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return said("interrupted");
    }
  }

  static Reply<ToolResult> said(String text) {
    return new Reply.Complete<>(ToolResult.of(text, new JsonObject()));
  }

  static String text(JsonObject result) {
    return result.getAsJsonArray("content").get(0).getAsJsonObject().get("text").getAsString();
  }

  /** Asks for a name in a form, and wants the state back. */
  static <T> Reply<T> askName(String state) {
    return ask(
        "name",
        "{'method':'elicitation/create','params':{'mode':'form','message':'Name?',"
            + "'requestedSchema':{'type':'object','properties':{}}}}",
        state);
  }

  /** Asks one question. */
  static <T> Reply<T> ask(String key, String request, String state) {
    return new Reply.InputRequired<>(
        Map.of(key, StdioClient.json(request).getAsJsonObject()), new JsonPrimitive(state));
  }

  static JsonObject named(String member, String value) {
    JsonObject json = new JsonObject();
    json.addProperty(member, value);
    return json;
  }
}
