package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.Resources;
import dev.opensipsmcp.mcp.RpcError;
import java.util.List;

/** The fixture's resources. */
final class FixtureResources implements Resources {
  private static final String BEFORE_ID = "test://template/";
  private static final String AFTER_ID = "/data";

  @Override
  public List<JsonObject> list(Caller caller) {
    return List.of(
        described("test://static-binary", "Static binary", "image/png"),
        described("test://static-text", "Static text", "text/plain"),
        described("test://watched-resource", "Watched", "text/plain"));
  }

  @Override
  public List<JsonObject> templates(Caller caller) {
    JsonObject template = new JsonObject();
    template.addProperty("uriTemplate", BEFORE_ID + "{id}" + AFTER_ID);
    template.addProperty("name", "Data by id");
    template.addProperty("description", "A resource for every id");
    template.addProperty("mimeType", "application/json");
    return List.of(template);
  }

  @Override
  public Reply<JsonArray> read(String uri, Exchange exchange) {
    return switch (uri) {
      case "test://static-text" ->
          text(uri, "text/plain", "This is the content of the static text resource.");
      case "test://watched-resource" -> text(uri, "text/plain", "Watched resource content");
      case "test://static-binary" -> binary(uri);
      default -> uri.startsWith(BEFORE_ID) && uri.endsWith(AFTER_ID) ? byId(uri) : unknown(uri);
    };
  }

  private static Reply<JsonArray> byId(String uri) {
    JsonObject data = new JsonObject();
    String id = uri.substring(BEFORE_ID.length(), uri.length() - AFTER_ID.length());
    data.addProperty("id", id);
    data.addProperty("templateTest", true);
    data.addProperty("data", "Data for ID: " + id);
    return text(uri, "application/json", data.toString());
  }

  private static Reply<JsonArray> unknown(String uri) {
    JsonObject data = new JsonObject();
    data.addProperty("uri", uri);
    return new Reply.Fault<>(new RpcError(RpcError.INVALID_PARAMS, "Resource not found", data));
  }

  private static Reply<JsonArray> text(String uri, String mimeType, String text) {
    JsonObject contents = Json.contents(uri, mimeType);
    contents.addProperty("text", text);
    return new Reply.Complete<>(Json.array(contents));
  }

  private static Reply<JsonArray> binary(String uri) {
    JsonObject contents = Json.contents(uri, "image/png");
    contents.addProperty("blob", Json.PNG);
    return new Reply.Complete<>(Json.array(contents));
  }

  private static JsonObject described(String uri, String name, String mimeType) {
    JsonObject resource = new JsonObject();
    resource.addProperty("uri", uri);
    resource.addProperty("name", name);
    resource.addProperty("description", name + " resource for testing");
    resource.addProperty("mimeType", mimeType);
    return resource;
  }
}
