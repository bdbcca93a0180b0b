package dev.opensipsmcp.mi.replay;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A request that a test's server got.
 *
 * @param head the request line and the header fields
 * @param body the body
 */
public record HttpCall(String head, String body) {

  /** {@return the body as JSON} */
  public JsonObject json() {
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /** {@return the command} */
  public String method() {
    return json().get("method").getAsString();
  }

  /** {@return the named parameters; empty when there are none} */
  public JsonObject params() {
    return json().has("params") ? json().getAsJsonObject("params") : new JsonObject();
  }

  /** {@return the request's id} */
  public int id() {
    return json().get("id").getAsInt();
  }

  /** {@return a JSON-RPC answer to this request} */
  public HttpNode.Played result(String result) {
    return HttpNode.Played.json(
        "{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":" + id() + '}');
  }

  /** {@return a JSON-RPC error in answer to this request} */
  public HttpNode.Played error(int code, String message) {
    return HttpNode.Played.json(
        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":"
            + code
            + ",\"message\":\""
            + message
            + "\"},\"id\":"
            + id()
            + '}');
  }
}
