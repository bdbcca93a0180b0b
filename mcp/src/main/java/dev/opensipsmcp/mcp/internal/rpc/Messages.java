package dev.opensipsmcp.mcp.internal.rpc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Makes the messages that a server starts by itself. */
public final class Messages {
  private Messages() {}

  /** {@return a message that so far says only that it is JSON-RPC 2.0} */
  static JsonObject envelope() {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    return message;
  }

  /**
   * {@return a notification}
   *
   * @param method the method
   * @param params the parameters; left out when empty
   */
  public static JsonObject notification(String method, JsonObject params) {
    JsonObject message = envelope();
    message.addProperty("method", method);
    if (!params.isEmpty()) {
      message.add("params", params);
    }
    return message;
  }

  /**
   * {@return a request of the server to the client (old era)}
   *
   * @param id the server's own id
   * @param method the method
   * @param params the parameters; left out when empty
   */
  public static JsonObject request(JsonElement id, String method, JsonObject params) {
    JsonObject message = envelope();
    message.add("id", id);
    message.addProperty("method", method);
    if (!params.isEmpty()) {
      message.add("params", params);
    }
    return message;
  }
}
