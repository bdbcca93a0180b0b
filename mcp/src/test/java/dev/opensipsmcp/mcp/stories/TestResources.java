package dev.opensipsmcp.mcp.stories;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.Resources;
import dev.opensipsmcp.mcp.RpcError;
import java.util.List;

/** Nodes, of which all exist and one asks before it is read. */
final class TestResources implements Resources {

  @Override
  public List<JsonObject> list(Caller caller) {
    return List.of(TestHost.named("uri", "node://a"));
  }

  @Override
  public List<JsonObject> templates(Caller caller) {
    return List.of(TestHost.named("uriTemplate", "node://{name}"));
  }

  @Override
  public Reply<JsonArray> read(String uri, Exchange exchange) {
    if (uri.equals("node://asking") && exchange.state().isEmpty()) {
      return TestHost.askName("read");
    }
    if (!uri.startsWith("node://")) {
      return new Reply.Fault<>(RpcError.unknownResource(uri));
    }
    JsonArray contents = new JsonArray();
    JsonObject content = TestHost.named("uri", uri);
    content.addProperty("text", "hello");
    contents.add(content);
    return new Reply.Complete<>(contents);
  }
}
