package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * All resources.
 *
 * @param tools what is known, and how the nodes are
 * @param events what the nodes tell
 */
record ServerResources(ToolResources tools, EventResources events) implements Resources {

  @Override
  public List<JsonObject> list(Caller caller) {
    List<JsonObject> all = new ArrayList<>(tools.list(caller));
    all.addAll(events.list(caller));
    return all;
  }

  @Override
  public List<JsonObject> templates(Caller caller) {
    return tools.templates(caller);
  }

  @Override
  public Reply<JsonArray> read(String uri, Exchange exchange) {
    return events.owns(uri) ? events.read(uri, exchange) : tools.read(uri, exchange);
  }
}
