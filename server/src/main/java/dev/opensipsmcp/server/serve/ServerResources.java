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
 * All resources: what OpenSIPS is, and what its nodes tell.
 *
 * @param facts what OpenSIPS is
 * @param events what its nodes tell
 */
record ServerResources(FactsResources facts, EventResources events) implements Resources {

  @Override
  public List<JsonObject> list(Caller caller) {
    List<JsonObject> all = new ArrayList<>(facts.list(caller));
    all.addAll(events.list(caller));
    return all;
  }

  @Override
  public List<JsonObject> templates(Caller caller) {
    return facts.templates(caller);
  }

  @Override
  public Reply<JsonArray> read(String uri, Exchange exchange) {
    return events.owns(uri) ? events.read(uri, exchange) : facts.read(uri, exchange);
  }
}
