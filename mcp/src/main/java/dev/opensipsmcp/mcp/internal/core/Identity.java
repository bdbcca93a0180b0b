package dev.opensipsmcp.mcp.internal.core;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.ServerInfo;

/** What a server tells of itself in both eras. */
public final class Identity {
  private Identity() {}

  /**
   * {@return name, title and version}
   *
   * @param info who the server is
   */
  public static JsonObject serverInfo(ServerInfo info) {
    JsonObject json = new JsonObject();
    json.addProperty("name", info.name());
    json.addProperty("title", info.title());
    json.addProperty("version", info.version());
    return json;
  }

  /** {@return what the server can do, the same in both eras} */
  public static JsonObject capabilities() {
    JsonObject capabilities = new JsonObject();
    capabilities.add("tools", changing());
    capabilities.add("prompts", changing());
    JsonObject resources = changing();
    resources.addProperty("subscribe", true);
    capabilities.add("resources", resources);
    capabilities.add("completions", new JsonObject());
    capabilities.add("logging", new JsonObject());
    return capabilities;
  }

  private static JsonObject changing() {
    JsonObject capability = new JsonObject();
    capability.addProperty("listChanged", true);
    return capability;
  }
}
