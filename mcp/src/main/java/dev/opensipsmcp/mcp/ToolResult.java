package dev.opensipsmcp.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * What a tool call came to.
 *
 * @param content content blocks, as the protocol has them
 * @param structuredContent the same as data, under the tool's output schema
 * @param isError whether the tool failed; the model sees it and can act on it
 */
public record ToolResult(
    JsonArray content, Optional<JsonElement> structuredContent, boolean isError) {

  /**
   * {@return a successful result of one text block and data}
   *
   * @param text for reading
   * @param data under the output schema
   */
  public static ToolResult of(String text, JsonElement data) {
    return new ToolResult(textBlock(text), Optional.of(data), false);
  }

  /**
   * {@return a failed result of one text block}
   *
   * @param text what went wrong and the next step
   */
  public static ToolResult error(String text) {
    return new ToolResult(textBlock(text), Optional.empty(), true);
  }

  /**
   * {@return the same result, which also points to a resource}
   *
   * @param link the resource
   */
  public ToolResult linking(ResourceLink link) {
    JsonArray all = new JsonArray();
    all.addAll(content);
    all.add(link.block());
    return new ToolResult(all, structuredContent, isError);
  }

  private static JsonArray textBlock(String text) {
    JsonObject block = new JsonObject();
    block.addProperty("type", "text");
    block.addProperty("text", text);
    JsonArray content = new JsonArray();
    content.add(block);
    return content;
  }
}
