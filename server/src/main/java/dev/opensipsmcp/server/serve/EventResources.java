package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.Resources;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.tool.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest events of each node, to read and to listen to. Reading is a call of {@code event_wait}
 * that does not wait, so it passes the gate as any call.
 */
final class EventResources implements Resources {
  private static final String PREFIX = "opensips://";
  private static final String END = "/events";
  private static final int LATEST = 100;

  private final Gate gate;
  private final Principals principals;
  private final List<String> nodes;

  /**
   * The resources of these nodes.
   *
   * @param gate takes every read
   * @param principals gives callers their rights
   * @param nodes the names of the nodes
   */
  EventResources(Gate gate, Principals principals, List<String> nodes) {
    this.gate = gate;
    this.principals = principals;
    this.nodes = List.copyOf(nodes);
  }

  /** {@return the resource of a node} */
  static String uri(String node) {
    return PREFIX + node + END;
  }

  /** {@return whether a resource is one of these} */
  boolean owns(String uri) {
    return nodes.stream().anyMatch(node -> uri(node).equals(uri));
  }

  @Override
  public List<JsonObject> list(Caller caller) {
    List<JsonObject> resources = new ArrayList<>();
    if (principals.of(caller).grants(Scope.MI_READ)) {
      for (String node : nodes) {
        JsonObject resource = new JsonObject();
        resource.addProperty("uri", uri(node));
        resource.addProperty("name", "events-" + node);
        resource.addProperty("title", "Latest events of " + node);
        resource.addProperty(
            "description",
            "Events that this server receives from the node, and what was lost; event_subscribe"
                + " says which.");
        resource.addProperty("mimeType", "application/json");
        resources.add(resource);
      }
    }
    return resources;
  }

  @Override
  public List<JsonObject> templates(Caller caller) {
    return List.of();
  }

  @Override
  public Reply<JsonArray> read(String uri, Exchange exchange) {
    String node = uri.substring(PREFIX.length(), uri.length() - END.length());
    JsonObject arguments = new JsonObject();
    arguments.addProperty("instance", node);
    arguments.addProperty("timeout_s", 0);
    arguments.addProperty("look_back", LATEST);
    arguments.addProperty("max_events", LATEST);
    Invocation invocation =
        new Invocation(
            "event_wait",
            arguments,
            principals.of(exchange.caller()),
            exchange.caller().transport(),
            new ExchangeChannel(exchange));
    return switch (gate.pass(invocation)) {
      case GateReply.Done(JsonObject envelope, var _) -> content(uri, envelope);
      case GateReply.Failed failed when failed.code().equals("EVENTS_NOT_SUBSCRIBED") ->
          content(uri, silent(failed));
      case GateReply.Failed failed ->
          fault(uri, failed.code() + ": " + failed.cause() + " Next: " + failed.nextStep());
      case GateReply.AskPerson _, GateReply.NoSuchTool _ -> fault(uri, "It can't be read here.");
    };
  }

  /** A node of which nothing is received has no events; that is no fault of the reader. */
  private static JsonObject silent(GateReply.Failed failed) {
    JsonObject data = new JsonObject();
    data.add("events", new JsonArray());
    data.addProperty("next", failed.nextStep());
    JsonObject document = new JsonObject();
    document.add("data", data);
    return document;
  }

  private static Reply<JsonArray> content(String uri, JsonObject document) {
    JsonObject content = new JsonObject();
    content.addProperty("uri", uri);
    content.addProperty("mimeType", "application/json");
    content.addProperty("text", document.toString());
    JsonArray contents = new JsonArray();
    contents.add(content);
    return new Reply.Complete<>(contents);
  }

  private static Reply<JsonArray> fault(String uri, String message) {
    JsonObject data = new JsonObject();
    data.addProperty("uri", uri);
    return new Reply.Fault<>(new RpcError(RpcError.INVALID_PARAMS, message, data));
  }
}
