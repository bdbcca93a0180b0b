package dev.opensipsmcp.mcp.internal.legacy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.ResourceLink;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Turns what hosts say in the words of 2026-07-28 into those of this era. */
final class LegacyResults {
  private LegacyResults() {}

  /**
   * Structured content was an object only, so another value stays in the text alone; and links to
   * resources came with 2025-06-18.
   */
  static JsonObject of(Operation operation, JsonObject result, String revision) {
    if (operation == Operation.TOOLS_CALL) {
      if (result.has("structuredContent") && !result.get("structuredContent").isJsonObject()) {
        result.remove("structuredContent");
      }
      if (!Revision.hasLinks(revision) && result.get("content") instanceof JsonArray content) {
        result.add("content", withoutLinks(content));
      }
    }
    return result;
  }

  private static JsonArray withoutLinks(JsonArray content) {
    JsonArray kept = new JsonArray();
    for (JsonElement element : content) {
      if (!(element instanceof JsonObject block
          && block.get("type") instanceof JsonPrimitive type
          && type.getAsString().equals(ResourceLink.TYPE))) {
        kept.add(element);
      }
    }
    return kept;
  }

  /** An unknown resource had a code of its own. */
  static RpcError of(Operation operation, RpcError error) {
    boolean unknownResource =
        operation == Operation.RESOURCES_READ
            && error.code() == RpcError.INVALID_PARAMS
            && error.data() instanceof JsonObject data
            && data.has("uri");
    return unknownResource
        ? new RpcError(RpcError.LEGACY_RESOURCE_NOT_FOUND, error.message(), error.data())
        : error;
  }

  /**
   * Modes of elicitation came with 2025-11-25, where a form needs no mode and a URL needs an id.
   */
  static Map<String, JsonObject> questions(Map<String, JsonObject> requests, String revision) {
    Map<String, JsonObject> asked = new LinkedHashMap<>();
    requests.forEach((key, request) ->
        asked.put(
            key,
            request.get("method").getAsString().equals("elicitation/create")
                ? elicitation(request, revision)
                : request));
    return asked;
  }

  private static JsonObject elicitation(JsonObject request, String revision) {
    JsonObject copy = request.deepCopy();
    if (copy.get("params") instanceof JsonObject params
        && params.get("mode") instanceof JsonPrimitive mode) {
      if (mode.getAsString().equals("url")) {
        params.addProperty("elicitationId", UUID.randomUUID().toString());
      } else if (!revision.equals(Revision.LATEST)) {
        params.remove("mode");
      }
    }
    return copy;
  }
}
