package dev.opensipsmcp.mcp;

import com.google.gson.JsonObject;

/**
 * A resource that a tool's result points to, which the client may read with {@code resources/read}.
 * Clients know this kind of content since revision 2025-06-18; for older ones it is left out.
 *
 * @param uri the resource
 * @param name its name, as that of a file
 * @param description what it is, for people and models
 * @param mimeType its media type
 * @param size its size in bytes, before any encoding
 * @param meta what else is known of it, under names with a prefix
 */
public record ResourceLink(
    String uri, String name, String description, String mimeType, long size, JsonObject meta) {
  /** The type of its content block. */
  public static final String TYPE = "resource_link";

  /** {@return it as a content block} */
  public JsonObject block() {
    JsonObject block = new JsonObject();
    block.addProperty("type", TYPE);
    block.addProperty("uri", uri);
    block.addProperty("name", name);
    block.addProperty("description", description);
    block.addProperty("mimeType", mimeType);
    block.addProperty("size", size);
    block.add("_meta", meta);
    return block;
  }
}
