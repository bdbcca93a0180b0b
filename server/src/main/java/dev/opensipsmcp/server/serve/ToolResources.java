package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.Resources;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.server.tool.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resources of {@link ResourceBook}. Reading one is a call of its tool, so it passes the gate
 * as any call: rights, rates, audit, redaction and size.
 */
final class ToolResources implements Resources {
  private final Gate gate;
  private final Principals principals;
  private final List<String> nodes;

  /**
   * The resources.
   *
   * @param gate takes every read
   * @param principals gives callers their rights
   * @param nodes the names of the nodes
   */
  ToolResources(Gate gate, Principals principals, List<String> nodes) {
    this.gate = gate;
    this.principals = principals;
    this.nodes = List.copyOf(nodes);
  }

  @Override
  public List<JsonObject> list(Caller caller) {
    return shown(caller, false, "uri");
  }

  @Override
  public List<JsonObject> templates(Caller caller) {
    return shown(caller, true, "uriTemplate");
  }

  private List<JsonObject> shown(Caller caller, boolean templates, String key) {
    Rights rights = principals.of(caller);
    List<JsonObject> shown = new ArrayList<>();
    for (ToolResource resource : ResourceBook.all(nodes)) {
      if (resource.isTemplate() == templates
          && rights.grants(resource.scope())
          && rights.reaches(resource.toolset())) {
        JsonObject json = new JsonObject();
        json.addProperty(key, resource.shownUri());
        json.addProperty("name", resource.name());
        json.addProperty("title", resource.title());
        json.addProperty("description", resource.description());
        json.addProperty("mimeType", resource.mimeType());
        shown.add(json);
      }
    }
    return shown;
  }

  @Override
  public Reply<JsonArray> read(String uri, Exchange exchange) {
    for (ToolResource resource : ResourceBook.all(nodes)) {
      Optional<JsonObject> arguments = resource.call(uri);
      if (arguments.isPresent()) {
        return read(uri, resource, arguments.get(), exchange);
      }
    }
    return fault(uri, "There is no resource '" + uri + "'.");
  }

  private Reply<JsonArray> read(
      String uri, ToolResource resource, JsonObject arguments, Exchange exchange) {
    Invocation invocation =
        new Invocation(
            resource.tool(),
            arguments,
            principals.of(exchange.caller()),
            exchange.caller().transport(),
            new ExchangeChannel(exchange));
    return switch (gate.pass(invocation)) {
      case GateReply.Done(JsonObject envelope, Optional<Attachment> attachment) ->
          resource.mimeType().equals(ToolResource.PCAP)
              ? bytes(uri, envelope, attachment)
              : content(uri, resource, envelope);
      case GateReply.Failed failed ->
          fault(uri, failed.code() + ": " + failed.cause() + " Next: " + failed.nextStep());
      case GateReply.AskPerson _, GateReply.NoSuchTool _ -> fault(uri, "It can't be read here.");
    };
  }

  /** The bytes that the call brought; when it brought none, what it said instead. */
  private static Reply<JsonArray> bytes(
      String uri, JsonObject envelope, Optional<Attachment> attachment) {
    Optional<String> base64 = attachment.flatMap(Attachment::base64);
    if (base64.isEmpty()) {
      List<String> said = new ArrayList<>();
      envelope.getAsJsonArray("warnings").forEach(warning -> said.add(warning.getAsString()));
      return fault(uri, said.isEmpty() ? "There are no bytes to read." : String.join(" ", said));
    }
    JsonObject content = new JsonObject();
    content.addProperty("uri", uri);
    content.addProperty("mimeType", attachment.get().mimeType());
    content.addProperty("blob", base64.get());
    content.add("_meta", attachment.get().meta());
    return contents(content);
  }

  private static Reply<JsonArray> contents(JsonObject content) {
    JsonArray contents = new JsonArray();
    contents.add(content);
    return new Reply.Complete<>(contents);
  }

  /** A guide is its text; all else is the tool's result. */
  private static Reply<JsonArray> content(String uri, ToolResource resource, JsonObject envelope) {
    boolean guide = resource.mimeType().equals(ToolResource.MARKDOWN);
    JsonElement data = envelope.get("data");
    JsonObject content = new JsonObject();
    content.addProperty("uri", uri);
    content.addProperty("mimeType", resource.mimeType());
    content.addProperty(
        "text",
        guide && data instanceof JsonObject card
            ? card.get("text").getAsString()
            : envelope.toString());
    return contents(content);
  }

  private static Reply<JsonArray> fault(String uri, String message) {
    JsonObject data = new JsonObject();
    data.addProperty("uri", uri);
    return new Reply.Fault<>(new RpcError(RpcError.INVALID_PARAMS, message, data));
  }
}
