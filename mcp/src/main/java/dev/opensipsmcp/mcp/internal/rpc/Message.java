package dev.opensipsmcp.mcp.internal.rpc;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.RpcError;

/** A message from a client, sorted by what it wants. */
public sealed interface Message {

  /**
   * A request, to be answered once under its id.
   *
   * @param id a string or an integer, echoed as it came
   * @param method the method
   * @param params the parameters, empty when there are none
   */
  record Request(JsonPrimitive id, String method, JsonObject params) implements Message {}

  /**
   * A notification, never answered.
   *
   * @param method the method
   * @param params the parameters, empty when there are none
   */
  record Notification(String method, JsonObject params) implements Message {}

  /**
   * The client's answer to a request of the server (old era).
   *
   * @param id the id that the server chose
   * @param body the whole message, with {@code result} or {@code error}
   */
  record Response(JsonPrimitive id, JsonObject body) implements Message {}

  /**
   * Not a JSON-RPC message.
   *
   * @param id its id as far as it could be read, otherwise JSON null
   * @param error what to answer
   */
  record Malformed(JsonElement id, RpcError error) implements Message {}

  /**
   * {@return what kind of message this is}
   *
   * <p>A batch is malformed: only revision 2025-03-26 knew it.
   *
   * @param json anything that was read
   */
  static Message of(JsonElement json) {
    if (json.isJsonArray()) {
      return malformed(
          JsonNull.INSTANCE, "Batches are not supported; send each message by itself.");
    }
    if (!json.isJsonObject()) {
      return malformed(JsonNull.INSTANCE, "A message is a JSON object.");
    }
    return ofObject(json.getAsJsonObject());
  }

  private static Message ofObject(JsonObject json) {
    JsonElement id = json.get("id");
    boolean usableId = id instanceof JsonPrimitive primitive && isId(primitive);
    JsonElement echo = usableId ? id : JsonNull.INSTANCE;
    if (!(json.get("jsonrpc") instanceof JsonPrimitive version
        && version.isString()
        && version.getAsString().equals("2.0"))) {
      return malformed(echo, "\"jsonrpc\" must be \"2.0\".");
    }
    if (!json.has("method") && (json.has("result") || json.has("error"))) {
      return usableId
          ? new Response((JsonPrimitive) id, json)
          : malformed(JsonNull.INSTANCE, "A response needs the id of its request.");
    }
    if (!(json.get("method") instanceof JsonPrimitive method && method.isString())) {
      return malformed(echo, "\"method\" must be a string.");
    }
    JsonElement params = json.has("params") ? json.get("params") : new JsonObject();
    if (!json.has("id")) {
      return params.isJsonObject()
          ? new Notification(method.getAsString(), params.getAsJsonObject())
          : new Notification(method.getAsString(), new JsonObject());
    }
    if (!usableId) {
      return malformed(JsonNull.INSTANCE, "\"id\" must be a string or an integer.");
    }
    if (!params.isJsonObject()) {
      return new Malformed(
          echo, RpcError.of(RpcError.INVALID_PARAMS, "\"params\" must be an object."));
    }
    return new Request((JsonPrimitive) id, method.getAsString(), params.getAsJsonObject());
  }

  /** Integers are told by their digits, so that ids of any size are echoed exactly. */
  private static boolean isId(JsonPrimitive id) {
    if (id.isString()) {
      return true;
    }
    if (!id.isNumber()) {
      return false;
    }
    String digits = id.getAsString();
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      boolean sign = i == 0 && c == '-' && digits.length() > 1;
      if (!sign && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static Malformed malformed(JsonElement id, String message) {
    return new Malformed(id, RpcError.of(RpcError.INVALID_REQUEST, message));
  }
}
