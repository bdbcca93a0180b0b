package dev.opensipsmcp.mcp.internal.modern;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.ServerInfo;
import dev.opensipsmcp.mcp.internal.core.Identity;
import dev.opensipsmcp.mcp.internal.core.Operation;

/** Adds to a result what every result of this era carries. */
final class Results {
  private static final int DISCOVER_TTL_MILLIS = 3_600_000;

  private final JsonObject serverInfo;

  Results(ServerInfo info) {
    this.serverInfo = Identity.serverInfo(info);
  }

  JsonObject complete(JsonObject result) {
    return typed(result, "complete");
  }

  JsonObject inputRequired(JsonObject result) {
    return typed(result, "input_required");
  }

  /** Lists and resources depend on what the caller may see, so only its own cache may keep them. */
  JsonObject complete(Operation operation, JsonObject result) {
    if (operation.ttlMillis() >= 0) {
      cacheable(result, operation.ttlMillis());
    }
    return complete(result);
  }

  JsonObject discovered(JsonObject result) {
    cacheable(result, DISCOVER_TTL_MILLIS);
    return complete(result);
  }

  private static void cacheable(JsonObject result, int ttlMillis) {
    result.addProperty("ttlMs", ttlMillis);
    result.addProperty("cacheScope", "private");
  }

  private JsonObject typed(JsonObject result, String type) {
    result.addProperty("resultType", type);
    JsonObject meta = new JsonObject();
    if (result.get("_meta") instanceof JsonObject own) {
      own.entrySet().forEach(member -> meta.add(member.getKey(), member.getValue()));
    }
    meta.add(Meta.SERVER_INFO, serverInfo);
    result.add("_meta", meta);
    return result;
  }
}
