package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.ToolResult;
import java.util.Optional;

/** Short ways to write JSON in the fixture; text is parsed leniently, so quotes may be single. */
final class Json {

  /** A red PNG of one pixel, in Base64. */
  static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

  /** A WAV file without samples, in Base64. */
  static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

  private Json() {}

  static JsonObject object(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  static JsonObject text(String text) {
    JsonObject block = object("{'type':'text'}");
    block.addProperty("text", text);
    return block;
  }

  static JsonObject image() {
    JsonObject block = object("{'type':'image','mimeType':'image/png'}");
    block.addProperty("data", PNG);
    return block;
  }

  static JsonObject resource(String uri, String mimeType, String text) {
    JsonObject contents = contents(uri, mimeType);
    contents.addProperty("text", text);
    JsonObject block = object("{'type':'resource'}");
    block.add("resource", contents);
    return block;
  }

  static JsonObject contents(String uri, String mimeType) {
    JsonObject contents = new JsonObject();
    contents.addProperty("uri", uri);
    contents.addProperty("mimeType", mimeType);
    return contents;
  }

  static JsonArray array(JsonElement... elements) {
    JsonArray array = new JsonArray();
    for (JsonElement element : elements) {
      array.add(element);
    }
    return array;
  }

  /** {@return a complete tool result of these content blocks} */
  static Reply<ToolResult> done(JsonElement... blocks) {
    return new Reply.Complete<>(new ToolResult(array(blocks), Optional.empty(), false));
  }

  /** {@return a complete tool result of one text block} */
  static Reply<ToolResult> said(String text) {
    return done(text(text));
  }
}
